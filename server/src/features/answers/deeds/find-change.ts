import type { Change, ChangeClaim } from '@randnotiz/contract/answers/answer'
import type { BlockId, DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { VersionName } from '@randnotiz/contract/publishing/version'
import { parseContent } from '@randnotiz/document-schema/content/parse-content'
import { blockTexts } from '../desk/block-texts.js'
import type { AnswerParts } from '../parts.js'

type About = { documentId: DocumentId; before: Change | null }
type Parts = Pick<AnswerParts, 'desk' | 'publishing' | 'clock'>

/** Looks up in the text what staff say was changed there. A claim that is the same as before keeps its moment. */
export async function findChange(
  parts: Parts,
  claim: ChangeClaim | null,
  { documentId, before }: About,
): Promise<Result<Change | null>> {
  if (claim === null) return accept(null)
  if (before !== null && isSame(claim, before)) return accept(before)
  return claim.kind === 'proposal'
    ? findProposal(parts, claim, documentId)
    : findPassage(parts, claim, documentId)
}

function isSame(claim: ChangeClaim, change: Change): boolean {
  if (claim.kind === 'proposal')
    return change.kind === 'proposal' && change.annotationId === claim.annotationId
  return (
    change.kind === 'passage' &&
    change.release === claim.release &&
    change.blockIds.join() === claim.blockIds.join()
  )
}

async function findProposal(
  { desk }: Parts,
  { annotationId }: Extract<ChangeClaim, { kind: 'proposal' }>,
  documentId: DocumentId,
): Promise<Result<Change>> {
  const accepted = (await desk.acceptedIn(documentId)).find(one => one.annotationId === annotationId)
  if (!accepted) return refuse('answers/change-unknown', { field: 'answer.change' })
  const { blockIds, before, after, at } = accepted
  return accept({ kind: 'proposal', annotationId, blockIds, before, after, at })
}

async function findPassage(
  { publishing, clock }: Parts,
  { blockIds, release }: Extract<ChangeClaim, { kind: 'passage' }>,
  documentId: DocumentId,
): Promise<Result<Change>> {
  const { releasesOf, keptContent } = publishing.versions
  const unknown = refuse('answers/change-unknown', { field: 'answer.change' })
  const releases = await releasesOf(documentId)
  const shownIn = release === null ? null : releases.find(({ number }) => number === release)
  if (shownIn === undefined) return unknown
  const read = async (name: string) => {
    const content = await keptContent(documentId, VersionName.parse(name))
    return content === null ? null : blockTexts(parseContent(content))
  }
  const now = await read(release === null ? 'live' : String(release))
  const after = now && textOf(now, blockIds)
  if (after === null) return unknown
  const earlier = releases.find(({ number }) => release === null || number < release)
  const old = earlier ? await read(String(earlier.number)) : null
  const before =
    old &&
    textOf(
      old,
      blockIds.filter(id => old.has(id)),
    )
  const at = shownIn?.createdAt ?? clock.now().toISOString()
  return accept({ kind: 'passage', blockIds, release, before, after, at })
}

/** Null where one of the blocks is missing, or there is none. */
function textOf(texts: ReadonlyMap<string, string>, ids: readonly BlockId[]): string | null {
  const found = ids.map(id => texts.get(id))
  return ids.length > 0 && found.every(text => text !== undefined) ? found.join('\n') : null
}
