import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DocumentOrder, ProcessDesk } from '@randnotiz/contract/publishing/settings'
import { mayConfigure, type SettingsParts } from '../parts.js'
import { processDesk } from './get-process-desk.js'

type Command = DocumentOrder & { processId: ProcessId }

/** Numbers the texts of one kind anew. Every one of them has to be in the order, once. */
export async function orderDocuments(
  parts: SettingsParts,
  { processId, commandId: key, kind, order }: Command,
  viewer: Viewer,
): Promise<Result<ProcessDesk>> {
  const person = mayConfigure(viewer)
  if (!person.ok) return person
  if ((await parts.processes.byId(processId)) === null) return refuse('publishing/unknown-process')
  const present = (await parts.documents.ofProcess(processId)).filter(document => document.kind === kind)
  const wanted = order.flatMap(id => present.find(document => document.id === id) ?? [])
  if (new Set(order).size !== present.length || wanted.length !== present.length)
    return refuse('publishing/order-incomplete')
  const [before, after] = [lineOf(present), lineOf(wanted)]
  if (before !== after) {
    const entries = [{ part: 'order' as const, about: null, before, after }]
    await parts.changes.note(processId, { key, at: parts.clock.now(), personId: person.value, entries })
    await parts.documents.number(order)
  }
  return processDesk(parts, processId)
}

const lineOf = (documents: readonly DocumentSummary[]) => documents.map(({ title }) => title.de).join(', ')
