import type { ExportOrder } from '@randnotiz/contract/answers/exports/order'
import type { JobEnd, JobGiven } from '../../../platform/jobs/job-runner.js'
import type { ExportParts } from './parts.js'
import { runSynopsis } from './synopsis/run-synopsis.js'
import { runPaper } from './texts/run-paper.js'
import { runComparison, runText } from './texts/run-text.js'

/** Makes a file in the background. */
export function runExport(parts: ExportParts, given: JobGiven<ExportOrder>): Promise<JobEnd> {
  const { order } = given
  switch (order.kind) {
    case 'synopsis':
      return runSynopsis(parts, order, given)
    case 'text':
      return runText(parts, order, given)
    case 'comparison':
      return runComparison(parts, order, given)
    case 'paper':
      return runPaper(parts, order, given)
  }
}
