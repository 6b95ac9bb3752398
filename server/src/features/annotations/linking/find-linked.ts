import { type Linked, LinkTarget, linkPath } from '@randnotiz/contract/annotations/links'
import { Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { DeedParts } from '../deeds/parts.js'

export type LinkingParts = Pick<DeedParts, 'annotations' | 'liveText' | 'documentBySlug' | 'siteAddress'>

/**
 * A place in a text with what tells people where it leads. Words of contributions are not part of it: it is printed and
 * kept where nothing can be taken back.
 */
export async function findLinked(
  parts: LinkingParts,
  asked: { kind: LinkTarget['kind']; slug: string; id: string },
): Promise<Result<Linked>> {
  const document = await parts.documentBySlug(asked.slug)
  if (document === null) return refuse('documents/unknown')
  const parsed = LinkTarget.safeParse(asked)
  if (!parsed.success) return refuse('annotations/unknown')
  const target = parsed.data
  const words =
    target.kind === 'block'
      ? await wordsOfBlock(parts, { ...target, document })
      : await wordsQuotedBy(parts, { ...target, document })
  if (!words.ok) return words
  const { title } = document
  return accept({
    document: { slug: Slug.parse(document.slug), title },
    words: words.value,
    url: parts.siteAddress() + linkPath.target(target),
  })
}

type Within<Kind extends LinkTarget['kind']> = Extract<LinkTarget, { kind: Kind }> & {
  document: NonNullable<Awaited<ReturnType<LinkingParts['documentBySlug']>>>
}

async function wordsOfBlock(
  { liveText }: LinkingParts,
  { id, document }: Within<'block'>,
): Promise<Result<string>> {
  const live = await liveText(document.id)
  const block = live?.index.blocks.find(one => one.id === id)
  return live && block
    ? accept(live.index.text.slice(block.start, block.end))
    : refuse('documents/unknown-block')
}

async function wordsQuotedBy(
  { annotations }: LinkingParts,
  { id, document }: Within<'annotation'>,
): Promise<Result<string | null>> {
  const [record] = await annotations.byIds([id])
  if (record?.target.documentId !== document.id) return refuse('annotations/unknown')
  return accept(record.target.kind === 'passage' ? record.target.quote.exact : null)
}
