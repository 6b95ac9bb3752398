import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ExportJob } from '@randnotiz/contract/answers/exports/export-job'
import type { ExportOrder } from '@randnotiz/contract/answers/exports/order'
import type { CommandId } from '@randnotiz/contract/kit/ids'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { ExportParts } from '../parts.js'
import { exportKind, viewJobs } from '../view-job.js'
import { askExporter } from './ask-exporter.js'

/** Asks for a file, which is then made in the background; the titles are remembered for the next time. */
export async function startExport(
  parts: ExportParts,
  { commandId, order }: { commandId: CommandId; order: ExportOrder },
  viewer: Viewer,
): Promise<Result<ExportJob>> {
  const person = askExporter(viewer)
  if (!person.ok) return person
  const refusal = await judge(parts, order)
  if (refusal !== null) return refuse(refusal)
  if (order.kind === 'synopsis') await parts.titles.put(order.processId, order.titles)
  const record = await parts.jobs.start({ kind: exportKind, ownerId: person.value, commandId, order })
  const [job] = viewJobs([record], parts.clock.now())
  return job ? accept(job) : refuse('exports/unknown')
}

async function judge(
  { documents, publishing, printer }: ExportParts,
  order: ExportOrder,
): Promise<RefusalCode | null> {
  if ('format' in order && order.format === 'pdf' && printer === null) return 'exports/no-printer'
  if ('documentId' in order)
    return (await documents.byId(order.documentId)) === null ? 'documents/unknown' : null
  const known = (await publishing.all()).some(({ id }) => id === order.processId)
  return known ? null : 'publishing/unknown-process'
}
