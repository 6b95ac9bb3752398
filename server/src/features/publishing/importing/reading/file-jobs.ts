import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import type { Loss, TextFileKind } from '@randnotiz/contract/publishing/text-file'

export type FileJob = { name: string; bytes: Uint8Array }

/** An image that the text holds; its place in the content is named by `imagePlace`. */
export type FileImage = { bytes: Uint8Array; alt: string; under: string | null }

export type FileText = {
  kind: TextFileKind
  title: string | null
  /** JSON of a ProseMirror document, whose images still stand at places instead of addresses. */
  content: DraftNode
  images: FileImage[]
  losses: Loss[]
}

/** A node as ProseMirror's JSON has it, before the schema has judged it. */
export type DraftNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: DraftNode[]
  text?: string
  marks?: { type: string; attrs?: Record<string, unknown> }[]
}

export type FileAnswer = { kind: 'read'; text: FileText } | { kind: 'refused'; code: RefusalCode }

/** Where the image with this number among `images` stands in a draft. */
export const imagePlace = (number: number): string => `image-of-file:${number}`

export function numberOfPlace(src: unknown): number | null {
  const match = typeof src === 'string' ? /^image-of-file:(\d{1,4})$/.exec(src) : null
  return match ? Number(match[1]) : null
}
