import type { SynopsisRow } from '@randnotiz/domain/answers/synopsis/synopsis-row'
import { JobThread, threadFile } from '../../../../platform/threads/job-thread.js'
import type { SynopsisHead } from './synopsis-head.js'
import type { SynopsisJob, WrittenFormat } from './synopsis-jobs.js'

export type WrittenSynopsis = { format: WrittenFormat; path: string; head: SynopsisHead }

/**
 * Writes a file in a thread of its own, each portion of rows when the one before is written, so that no more than one
 * is in memory. The thread ends with the file.
 */
export async function writeSynopsis(
  written: WrittenSynopsis,
  portions: AsyncIterable<SynopsisRow[]>,
  signal: AbortSignal,
): Promise<void> {
  const thread = new JobThread<SynopsisJob, null>({
    name: 'synopsis',
    file: threadFile('./synopsis-worker.js', import.meta.url),
  })
  try {
    await thread.run({ kind: 'begin', ...written })
    for await (const rows of portions) {
      signal.throwIfAborted()
      await thread.run({ kind: 'rows', rows })
    }
    await thread.run({ kind: 'end' })
  } finally {
    await thread.close()
  }
}
