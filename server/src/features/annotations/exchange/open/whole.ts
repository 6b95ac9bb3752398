import { openAddress, openDataRoot } from '@randnotiz/contract/annotations/exchange/addresses'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { Slug } from '@randnotiz/contract/kit/ids'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import type { PublicNews } from '@randnotiz/contract/publishing/news'
import type { DeedParts } from '../../deeds/parts.js'

/** A document, or a process with all of its documents: what a list of contributions can be of. */
export type Whole = {
  of: 'documents' | 'processes'
  slug: Slug
  title: LocalizedText
  documents: readonly Pick<DocumentSummary, 'id' | 'slug' | 'title'>[]
  /** The newest news; a document has none of its own. */
  news: readonly PublicNews[]
  /** Where it begins in the open data, below the address of the site. */
  path: string
  /** Where people read it. */
  page: string
}

type Parts = Pick<DeedParts, 'documentBySlug' | 'processes' | 'documentsOf' | 'newsOf'>

export async function findWhole(parts: Parts, of: Whole['of'], slug: string): Promise<Whole | null> {
  const path = `${openDataRoot}/${of}/${slug}`
  if (of === 'documents') {
    const document = await parts.documentBySlug(slug)
    if (document === null) return null
    const page = openAddress.reader(document.slug)
    return { of, slug: document.slug, title: document.title, documents: [document], news: [], path, page }
  }
  const process = (await parts.processes()).find(one => one.slug === slug)
  if (process === undefined) return null
  const [documents, news] = await Promise.all([parts.documentsOf(process.id), parts.newsOf(process.id)])
  return { of, slug: process.slug, title: process.title, documents, news, path, page: '/' }
}
