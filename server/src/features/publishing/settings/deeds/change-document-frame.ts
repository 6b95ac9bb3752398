import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { CommandId, DocumentId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DocumentFrame, ProcessDesk } from '@randnotiz/contract/publishing/settings'
import { mayConfigure, type SettingsParts } from '../parts.js'
import { processDesk } from './get-process-desk.js'

type Command = { documentId: DocumentId; commandId: CommandId; frame: DocumentFrame }

/** How much can still change in a text. Noted before it is done: no change goes without its note. */
export async function changeDocumentFrame(
  parts: SettingsParts,
  { documentId, commandId: key, frame }: Command,
  viewer: Viewer,
): Promise<Result<ProcessDesk>> {
  const person = mayConfigure(viewer)
  if (!person.ok) return person
  const document = await parts.documents.byId(documentId)
  if (document === null) return refuse('documents/unknown')
  const [before, after] = [lineOf(document), lineOf(frame)]
  if (before !== after) {
    const entry = { part: 'leeway' as const, about: document.title, before, after }
    const at = parts.clock.now()
    await parts.changes.note(document.processId, { key, at, personId: person.value, entries: [entry] })
    await parts.documents.setFrame(documentId, frame)
  }
  return processDesk(parts, document.processId)
}

const lineOf = ({ leeway, leewayText }: DocumentFrame) =>
  leewayText === null ? leeway : `${leeway}: ${leewayText.de} / ${leewayText.en}`
