import type { ExportJob, ExportState } from '@randnotiz/contract/answers/exports/export-job'
import { ExportOrder } from '@randnotiz/contract/answers/exports/order'
import type { JobRecord, JobState } from '../../../platform/jobs/job-store.js'

export const exportKind = 'export'

/** How a job leaves. One that an older version wrote and nobody understands any more is left out. */
export function viewJobs(records: readonly JobRecord[], now: Date): ExportJob[] {
  return records.flatMap(({ _id: id, order, createdAt, state }) => {
    const read = ExportOrder.safeParse(order)
    if (!read.success) return []
    return [{ id, order: read.data, createdAt: createdAt.toISOString(), state: viewState(state, now) }]
  })
}

function viewState(state: JobState, now: Date): ExportState {
  switch (state.status) {
    case 'waiting':
      return { status: 'waiting' }
    case 'running':
      return { status: 'running', ...state.progress }
    case 'done': {
      const finishedAt = state.finishedAt.toISOString()
      if (state.expiresAt <= now) return { status: 'expired', finishedAt }
      const { name, bytes } = state.file
      return { status: 'done', file: { name, bytes }, finishedAt, expiresAt: state.expiresAt.toISOString() }
    }
    case 'failed':
      return { status: 'failed', code: state.code, finishedAt: state.finishedAt.toISOString() }
    case 'cancelled':
      return { status: 'cancelled', finishedAt: state.finishedAt.toISOString() }
  }
}
