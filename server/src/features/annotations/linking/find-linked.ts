import { type Linked, LinkTarget, linkPath } from '@randnotiz/contract/annotations/links'
import { Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { blockElementId } from '@randnotiz/document-schema/rendering-table'
import type { DeedParts } from '../deeds/parts.js'
import { plainTextOf } from '../exchange/html-text.js'

export type LinkingParts = Pick<DeedParts, 'annotations' | 'readerText' | 'documentBySlug' | 'siteAddress'>

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

/** As citizens read it: in the last release where that is what they see. */
async function wordsOfBlock(
  { readerText }: LinkingParts,
  { id, document }: Within<'block'>,
): Promise<Result<string>> {
  const text = await readerText(document.id)
  const words = text && wordsOfElement(text.html, blockElementId(id))
  return words === null ? refuse('documents/unknown-block') : accept(words)
}

/** `html` is of our own making: an element with words of its own does not hold another one of its name. */
function wordsOfElement(html: string, id: string): string | null {
  const at = html.indexOf(` id="${id}"`)
  const from = html.lastIndexOf('<', at)
  const name = /^<(\w+)/.exec(html.slice(from, at))?.[1]
  if (at < 0 || name === undefined) return null
  const to = html.indexOf(`</${name}>`, at)
  return plainTextOf(html.slice(from, to < 0 ? html.length : to))
}

async function wordsQuotedBy(
  { annotations }: LinkingParts,
  { id, document }: Within<'annotation'>,
): Promise<Result<string | null>> {
  const [record] = await annotations.byIds([id])
  if (record?.target.documentId !== document.id) return refuse('annotations/unknown')
  return accept(record.target.kind === 'passage' ? record.target.quote.exact : null)
}
