import mongoose from 'mongoose'

/** A write that a unique index refused. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11_000
}

/** Which writes of an unordered batch a unique index refused; null when anything else has failed. */
export function duplicatesOf(error: unknown): ReadonlySet<number> | null {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) return null
  const errors = [error.writeErrors].flat()
  const areAllDuplicates = errors.length > 0 && errors.every(({ code }) => code === 11_000)
  return areAllDuplicates ? new Set(errors.map(({ index }) => index)) : null
}
