import type { DocumentId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import type { Session } from '@randnotiz/contract/workshops/session'
import type { TextResults } from '@randnotiz/contract/workshops/text-results'
import { courseOf } from '@randnotiz/domain/workshops/minutes'
import { resultsOf, votesAbout } from '@randnotiz/domain/workshops/text-results'
import { withoutWords } from '../minutes/tell-step.js'
import type { WorkshopParts } from './parts.js'

/** What is known is good for so long: every reader of a text asks, and workshops are published now and then. */
const knownForMs = 10_000

type Known = { at: number; results: Promise<TextResults> }

/** What workshops have said about texts, kept for a moment for all who read them. */
export class KnownTextResults {
  #known = new Map<DocumentId, Known>()

  async read(parts: WorkshopParts, documentId: DocumentId): Promise<Result<TextResults>> {
    const now = parts.clock.now().getTime()
    const known = this.#known.get(documentId)
    if (known && now - known.at < knownForMs) return accept(await known.results)
    const results = readResults(parts, documentId)
    this.#known.set(documentId, { at: now, results })
    results.catch(() => this.#known.delete(documentId))
    return accept(await results)
  }
}

async function readResults(parts: WorkshopParts, documentId: DocumentId): Promise<TextResults> {
  const processId = await parts.processOf(documentId)
  const all: TextResults = { workshops: [], votes: [], contributions: [] }
  if (processId === null) return all
  for (const { _id } of await parts.workshops.overOfProcess(processId)) {
    const session = await parts.sessions.read(_id)
    if (session?.phase !== 'published' || session.setup.rehearsal) continue
    if (!session.setup.documentIds.includes(documentId)) continue
    const of = await resultsIn(parts, { workshopId: _id, session, documentId })
    all.workshops.push(...of.workshops)
    all.votes.push(...of.votes)
    all.contributions.push(...of.contributions)
  }
  return all
}

type Asked = { workshopId: WorkshopId; session: Session; documentId: DocumentId }

async function resultsIn(
  parts: WorkshopParts,
  { workshopId, session, documentId }: Asked,
): Promise<TextResults> {
  const records = await parts.contributions.after(workshopId, 0)
  const gone = await parts.withheld(records.map(({ _id }) => _id))
  for (const { annotationId } of session.heldBack) gone.add(annotationId)
  const own = records.filter(record => record.documentId === documentId && !gone.has(record._id))
  const { endedAt } = courseOf(await parts.log.since(workshopId, 0), parts.clock.now())
  return {
    workshops: [{ id: workshopId, title: session.setup.title, endedAt }],
    votes: votesAbout(session, workshopId, documentId).map(vote => ({
      ...vote,
      round: withoutWords(vote.round, id => gone.has(id)),
    })),
    contributions: resultsOf(
      session,
      workshopId,
      own.map(({ _id }) => _id),
    ),
  }
}
