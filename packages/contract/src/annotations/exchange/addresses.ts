import type { PointNumber } from '../../answers/piece.js'
import type { AnnotationId, ReplyId, Slug, TextStateId } from '../../kit/ids.js'
import type { Language } from '../../kit/wire-values.js'

/** Where the open data begin; the number goes up when a program that reads them would have to change. */
export const openDataRoot = '/api/open/v1'

/** Addresses of public things, below the address of a site. They are names too: exports use them as IRIs. */
export const openAddress = {
  reader: (slug: Slug) => `/texte/${slug}`,
  annotation: (id: AnnotationId) => `${openDataRoot}/annotations/${id}`,
  reply: (id: AnnotationId, reply: ReplyId) => `${openDataRoot}/annotations/${id}#reply-${reply}`,
  answer: (id: AnnotationId, point: PointNumber) => `${openDataRoot}/annotations/${id}#answer-${point}`,
  text: (id: TextStateId) => `${openDataRoot}/texts/${id}`,
  ofDocument: (slug: Slug, format: OpenFormat) => `${openDataRoot}/documents/${slug}/annotations.${format}`,
  ofProcess: (slug: Slug, format: OpenFormat) => `${openDataRoot}/processes/${slug}/annotations.${format}`,
  documentFeed: (slug: Slug, language: Language) =>
    `${openDataRoot}/documents/${slug}/feed.atom?lang=${language}`,
  processFeed: (slug: Slug, language: Language) =>
    `${openDataRoot}/processes/${slug}/feed.atom?lang=${language}`,
  /** A page that may stand in a frame anywhere. */
  embed: (slug: Slug, language: Language) => `/embed/texte/${slug}?lang=${language}`,
  /** What our own words in Web Annotations mean. */
  vocabulary: `${openDataRoot}/vocabulary.jsonld`,
  /** With names, for staff. */
  archive: (slug: Slug) => `/api/documents/${slug}/archive.jsonld`,
} as const

/** What whole lists of contributions are offered as. */
export const openFormats = ['jsonld', 'json', 'csv'] as const
export type OpenFormat = (typeof openFormats)[number]
