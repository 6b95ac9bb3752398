import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { Answer } from '@randnotiz/contract/answers/answer'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { needsChange } from '@randnotiz/domain/answers/needs-change'
import type { Accounts } from '../features/accounts/index.js'
import type { Annotations } from '../features/annotations/index.js'
import type { Answers } from '../features/answers/index.js'
import type { Documents } from '../features/documents/index.js'
import type { Clock } from '../platform/clock.js'
import { authorsOf } from './authors-of.js'
import { type DemoAnswer, demoAnswers } from './content/answers.js'
import { daysBefore } from './days-before.js'
import { demoDocumentId } from './demo-ids.js'

type AnswerParts = {
  accounts: Accounts
  documents: Documents
  annotations: Annotations
  answers: Answers
  clock: Clock
}

const writer = 'Jonas Wittekamp'
const second = 'Mira Aldinger'

/** What the office has said to contributions so far. Each step does nothing when it was done. */
export async function loadAnswers(parts: AnswerParts): Promise<void> {
  const authorOf = authorsOf(parts)
  const [writtenBy, releasedBy] = [await authorOf(writer), await authorOf(second)]
  const now = parts.clock.now()
  const find = finding(parts)
  const answered: AnnotationId[] = []
  for (const [spread, said] of demoAnswers.entries()) {
    const annotation = await find(said)
    answered.push(annotation.id)
    const at = (days: number) => daysBefore(now, days, spread).toISOString()
    const { unit, state, daysAgo, dueInDays } = said
    const released = state === 'released' || state === 'published'
    await parts.answers.importCase({
      annotationId: annotation.id,
      unit,
      dueOn: dueInDays === null ? null : daysBefore(now, -dueInDays, spread).toISOString().slice(0, 10),
      assigneeId: state === 'published' ? null : writtenBy,
      answer: answerOf(said, annotation),
      writtenBy,
      writtenAt: at(daysAgo + 2),
      released: released ? { by: releasedBy, at: at(daysAgo + 1) } : null,
      publishedAt: state === 'published' ? at(daysAgo) : null,
    })
  }
  await parts.annotations.desk.announceAnew(answered)
}

/** Throws where the demo has no such contribution. */
function finding({ documents, annotations }: AnswerParts): (said: DemoAnswer) => Promise<Annotation> {
  const known = new Map<string, Promise<Annotation[]>>()
  async function read(slug: string): Promise<Annotation[]> {
    const document = await documents.byId(demoDocumentId(slug))
    if (!document) throw new Error(`no text of the demo: ${slug}`)
    const candidates = await annotations.desk.candidates([document], { viewer: { kind: 'anonymous' } })
    return candidates.map(({ annotation }) => annotation)
  }
  return async said => {
    const written = known.get(said.document) ?? read(said.document)
    known.set(said.document, written)
    const found = (await written).find(
      ({ author, body }) => author.pseudonym === said.author && (body ?? '').startsWith(said.begins),
    )
    if (!found) throw new Error(`nobody wrote in ${said.document}: ${said.begins}`)
    return found
  }
}

/** What was adopted in the demo was a proposal, and stands in the text since. */
function answerOf({ outcome, reason }: DemoAnswer, { id, proposal }: Annotation): Answer | null {
  if (reason === null) return null
  if (!needsChange(outcome)) return { outcome, reason, change: null }
  if (proposal?.status !== 'accepted') throw new Error(`nothing was changed because of: ${reason}`)
  const { blockIds, before, after, at } = proposal
  return { outcome, reason, change: { kind: 'proposal', annotationId: id, blockIds, before, after, at } }
}
