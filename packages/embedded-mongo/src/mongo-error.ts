/**
 * Refusals in MongoDB's own words. Compiling a query, planning a write and running a stage happen many calls below the
 * command that asked, and each may refuse; so a refusal travels as this one exception and is turned into a reply in
 * exactly one place (`engine.ts`). Anything else that is thrown is a bug and answered as InternalError.
 * Codes: MongoDB's `src/mongo/base/error_codes.yml`; a number without a name there is a `Location<number>`.
 */
import type { Document } from './bson/value.js'

export const ERROR_CODE = {
  InternalError: 1,
  BadValue: 2,
  GraphContainsCycle: 5,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  AuthenticationFailed: 18,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  CommandNotSupported: 115,
  DocumentValidationFailure: 121,
  ViewDepthLimitExceeded: 165,
  CommandNotSupportedOnView: 166,
  OptionNotSupportedOnView: 167,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  QueryPlanKilled: 175,
  MaxSubPipelineDepthExceeded: 232,
  ConversionFailure: 241,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
  IDLUnknownField: 40415,
} as const

export type ErrorName = keyof typeof ERROR_CODE

const NAMES = new Map<number, string>(Object.entries(ERROR_CODE).map(([name, code]) => [code, name]))

export class MongoError extends Error {
  constructor(
    readonly code: number,
    message: string,
    /** Further fields of the reply, such as `keyPattern` and `keyValue` of a duplicate key. */
    readonly details: Document = {},
  ) {
    super(message)
    this.name = 'MongoError'
  }

  get codeName(): string {
    return NAMES.get(this.code) ?? `Location${this.code}`
  }
}

/** Throws a refusal; a number stands for one of MongoDB's unnamed codes. */
export function refuse(code: ErrorName | number, message: string): never {
  throw new MongoError(typeof code === 'number' ? code : ERROR_CODE[code], message)
}

/** Refuses something MongoDB has and this server leaves out on purpose. */
export function refuseUnsupported(what: string): never {
  refuse('CommandNotSupported', `${what} is not supported by the embedded server`)
}
