import type { mongo } from 'mongoose'

/** Applicable specification tests that fail, by reason. A test that passes after all makes the suite fail. */
const FAILURES_BY_REASON: Record<string, string[]> = {
  'driver: leaves out `bypassDocumentValidation: false`': [
    'bypassDocumentValidation: Aggregate with $out passes bypassDocumentValidation: false',
    'bypassDocumentValidation: BulkWrite passes bypassDocumentValidation: false',
    'bypassDocumentValidation: FindOneAndReplace passes bypassDocumentValidation: false',
    'bypassDocumentValidation: FindOneAndUpdate passes bypassDocumentValidation: false',
    'bypassDocumentValidation: InsertMany passes bypassDocumentValidation: false',
  ],
  'driver: gives an empty result where the specification wants none': [
    'client-bulkWrite-partialResults: partialResult is unset when first operation fails during an ordered bulk write (verbose)',
    'client-bulkWrite-partialResults: partialResult is unset when first operation fails during an ordered bulk write (summary)',
    'client-bulkWrite-partialResults: partialResult is unset when all operations fail during an unordered bulk write',
  ],
  'driver: replaces `_id: null` by an ObjectId': [
    'create-null-ids: inserting _id with type null via clientBulkWrite',
  ],
  'out of scope: making an index unique afterwards': [
    'modifyCollection-errorResponse: modifyCollection prepareUnique violations are accessible',
  ],
  'out of scope: clustered indexes': [
    'clustered-indexes: createCollection with clusteredIndex',
    'clustered-indexes: listCollections includes clusteredIndex',
    'clustered-indexes: listIndexes returns the index',
  ],
  'out of scope: change streams and their images': [
    'createCollection-pre_and_post_images: createCollection with changeStreamPreAndPostImages enabled',
    'modifyCollection-pre_and_post_images: modifyCollection to changeStreamPreAndPostImages enabled',
  ],
  'out of scope: time series': [
    'timeseries-collection: createCollection with all options',
    'timeseries-collection: insertMany with duplicate ids',
    'timeseries-collection: createCollection with bucketing options',
  ],
  'driver: a command cursor runs its command at the first read': [
    'runCursorCommand: errors if the command response is not a cursor',
  ],
  'out of scope: capped collections and tailable cursors': [
    'runCursorCommand: does not close the cursor when receiving an empty batch',
  ],
}

/** Files that are about the server, where the driver must be told not to step in between. */
export const DRIVER_OPTIONS = new Map<string, mongo.DbOptions>([
  // Without it the driver takes `_id: null` for a missing one.
  ['create-null-ids', { forceServerObjectId: true }],
])

export const KNOWN_FAILURES = new Map(
  Object.entries(FAILURES_BY_REASON).flatMap(([reason, titles]) =>
    titles.map(title => [title, reason] as const),
  ),
)
