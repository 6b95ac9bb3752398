import type { Documents } from '../../documents/index.js'
import type { ProcessStore } from '../process-store.js'
import type { TextThread } from '../texts/text-thread.js'
import type { FileReading } from './reading/file-reading.js'

export type ImportingParts = {
  documents: Documents
  processes: ProcessStore
  texts: TextThread
  files: FileReading
}
