import { SynopsisCount } from '@randnotiz/domain/answers/synopsis/count-synopsis'
import { answerJobs } from '../../../../platform/threads/answer-jobs.js'
import type { SynopsisHead } from './synopsis-head.js'
import type { SynopsisJob, WrittenFormat } from './synopsis-jobs.js'
import type { SynopsisWriter } from './synopsis-writer.js'
import { openDocx } from './write-docx.js'
import { openPage } from './write-page.js'
import { openCsv, openJson } from './write-text-tables.js'
import { openXlsx } from './write-xlsx.js'

const writers: Record<WrittenFormat, (path: string, head: SynopsisHead) => SynopsisWriter> = {
  docx: openDocx,
  page: openPage,
  xlsx: openXlsx,
  csv: openCsv,
  json: openJson,
}

let open: { writer: SynopsisWriter; count: SynopsisCount } | null = null

/** The thread behind `SynopsisThread`: words are compared and files compressed off the thread that serves people. */
answerJobs((job: SynopsisJob): null => {
  if (job.kind === 'begin')
    open = { writer: writers[job.format](job.path, job.head), count: new SynopsisCount() }
  else if (open === null) throw new Error('no file was begun')
  else if (job.kind === 'end') {
    open.writer.end(open.count.result())
    open = null
  } else
    for (const row of job.rows) {
      open.count.add(row)
      open.writer.row(row)
    }
  return null
})
