import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { AnnotationId, BlockId, Slug } from '../kit/ids.js'
import { LocalizedText } from '../kit/wire-values.js'

/** What has an address of its own inside a text: a paragraph or heading, or a contribution. */
export const LinkTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('block'), slug: Slug, id: BlockId }),
  z.object({ kind: z.literal('annotation'), slug: Slug, id: AnnotationId }),
])
export type LinkTarget = z.infer<typeof LinkTarget>

/** The kinds as addresses name them. */
export const linkKinds = { absatz: 'block', anmerkung: 'annotation' } as const
const words = { block: 'absatz', annotation: 'anmerkung' } as const
const fragments = { block: 'block-', annotation: 'anmerkung-' } as const

/** Where a target is: in its text, on a sheet to be printed and handed on, and as a code for cameras. */
export const linkPath = {
  target: ({ kind, slug, id }: LinkTarget) => `/texte/${slug}#${fragments[kind]}${id}`,
  sheet: ({ kind, slug, id }: LinkTarget) => `/texte/${slug}/${words[kind]}/${id}`,
  code: ({ kind, slug, id }: LinkTarget) => `/qr/${words[kind]}/${slug}/${id}.svg`,
}

/** A target with what tells people where it leads. */
export const Linked = z.object({
  document: z.object({ slug: Slug, title: LocalizedText }),
  /** Words of the block, or those an annotation is about; null for one about the whole text. */
  words: z.string().nullable(),
  /** The address of the target in full, as its code says it. */
  url: z.string(),
})
export type Linked = z.infer<typeof Linked>

export const getLinked = endpoint({
  name: 'getLinked',
  method: 'GET',
  path: '/api/documents/:slug/links/:kind/:id',
  params: z.object({ slug: Slug, kind: z.enum(['block', 'annotation']), id: BlockId }),
  response: Linked,
})
