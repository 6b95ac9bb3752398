import type { JobId, UserId } from '@randnotiz/contract/kit/ids'
import type { JobRecord } from '../../../../platform/jobs/job-store.js'
import type { ExportParts } from '../parts.js'
import { exportKind } from '../view-job.js'

/** Null for other people's too: nobody learns what colleagues ask for. */
export async function ownJob(
  { jobs }: Pick<ExportParts, 'jobs'>,
  id: JobId,
  person: UserId,
): Promise<JobRecord | null> {
  const record = await jobs.byId(id)
  return record?.ownerId === person && record.kind === exportKind ? record : null
}
