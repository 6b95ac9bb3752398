import { parentPort, workerData } from 'node:worker_threads'
import type { FileJob } from './file-jobs.js'
import { readFile } from './read-file.js'

/** The thread behind `FileReading`: it lives for one file. */
// The one who starts it hands in nothing else.
const job = workerData as FileJob
readFile(job).then(
  answer => parentPort?.postMessage(answer),
  (problem: unknown) => {
    throw problem
  },
)
