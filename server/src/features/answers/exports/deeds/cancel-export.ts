import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ExportJob } from '@randnotiz/contract/answers/exports/export-job'
import type { JobId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ExportParts } from '../parts.js'
import { viewJobs } from '../view-job.js'
import { askExporter } from './ask-exporter.js'
import { ownJob } from './own-job.js'

/** One that is over already stays as it is. */
export async function cancelExport(
  parts: ExportParts,
  jobId: JobId,
  viewer: Viewer,
): Promise<Result<ExportJob>> {
  const person = askExporter(viewer)
  if (!person.ok) return person
  if ((await ownJob(parts, jobId, person.value)) === null) return refuse('exports/unknown')
  await parts.jobs.cancel(jobId)
  const record = await ownJob(parts, jobId, person.value)
  const [job] = viewJobs(record ? [record] : [], parts.clock.now())
  return job ? accept(job) : refuse('exports/unknown')
}
