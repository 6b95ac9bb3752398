import { Types } from 'mongoose'
import { z } from 'zod'

/** An id as MongoDB stores it, read as the contract names it. */
export function stored<Id extends z.ZodType<string, string>>(id: Id) {
  return z
    .instanceof(Types.ObjectId)
    .transform(value => value.toHexString())
    .pipe(id)
}

/** A fresh id, made here rather than by the database, so that a write can be repeated. */
export function newId<Id extends z.ZodType<string, string>>(id: Id): z.output<Id> {
  return id.parse(new Types.ObjectId().toHexString())
}
