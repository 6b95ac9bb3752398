import mongoose from 'mongoose'

/** A write that a unique index refused. */
export function isDuplicateKey(error: unknown): error is mongoose.mongo.MongoServerError {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11_000
}
