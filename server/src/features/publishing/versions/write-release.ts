import { ReleaseId } from '@randnotiz/contract/kit/ids'
import type { PublishRelease } from '@randnotiz/contract/publishing/commands'
import { newId } from '../../../platform/mongo/ids.js'
import type { NewRelease } from '../storage/release-store.js'
import { hashOf } from '../texts/compose.js'
import type { LiveComposition } from './live-compositions.js'
import type { VersionParts } from './parts.js'
import { releaseFile } from './release-file.js'

type Said = PublishRelease & Pick<NewRelease, 'documentId' | 'authorId' | 'createdAt' | 'commandDigest'>

/** Keeps the texts of a release first; the row that leads to them is for the caller to insert, last. */
export async function writeRelease(
  { kept }: Pick<VersionParts, 'kept'>,
  { after, ...said }: Said,
  { live, text }: LiveComposition,
): Promise<NewRelease> {
  const { createdAt } = said
  const number = after + 1
  const file = releaseFile({ ...said, number, createdAt: createdAt.toISOString() }, text.content)
  const { content, html, text: words } = text
  const token = await kept.keep({ content, html, text: words, state: live.update }, createdAt)
  return {
    ...said,
    id: newId(ReleaseId),
    number,
    hash: hashOf(file),
    state: text.state,
    stateVector: live.stateVector,
    words: text.words,
    outline: text.outline,
    token,
  }
}
