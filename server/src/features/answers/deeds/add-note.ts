import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { AnswerCase } from '@randnotiz/contract/answers/case'
import type { AddNote } from '@randnotiz/contract/answers/commands'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import { announceDesk } from '../announce-desk.js'
import type { AnswerParts } from '../parts.js'
import { readCases } from '../read-cases.js'
import { askStaff } from './ask-staff.js'
import { readCase } from './read-case.js'

const excerptLength = 280

/** A note among staff. Whoever is mentioned in it is told; the same command twice is one note. */
export async function addNote(
  parts: AnswerParts,
  { commandId, annotationId, body, mentions }: AddNote,
  viewer: Viewer,
): Promise<Result<AnswerCase>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const people = await parts.readStaff()
  if (mentions.some(id => people.every(person => person.id !== id)))
    return refuse('answers/unknown-person', { field: 'mentions' })
  const record = (await readCases(parts, [annotationId])).cases.get(annotationId)?.record
  if (!record) return refuse('annotations/unknown')
  const note = { authorId: staff.value, at: parts.clock.now(), body, mentions, commandId }
  await parts.cases.addNote({ ...record, notes: [], history: [] }, note)
  const document = await parts.documents.linkOf(record.documentId)
  const by = people.find(({ id }) => id === staff.value)?.pseudonym ?? '—'
  const excerpt = body.length <= excerptLength ? body : `${body.slice(0, excerptLength).trimEnd()} …`
  for (const person of new Set(mentions))
    if (document !== null && person !== staff.value)
      await parts.tellPerson(person, `mention:${staff.value}:${commandId}`, {
        kind: 'mentioned',
        document,
        annotationId,
        by,
        excerpt,
      })
  announceDesk(parts, [record])
  return readCase(parts, annotationId)
}
