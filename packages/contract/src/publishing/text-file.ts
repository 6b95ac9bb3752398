import { z } from 'zod'
import { DocumentKind, DocumentSummary, Leeway } from '../documents/document.js'
import { endpoint } from '../kit/endpoint.js'
import { DocumentId, ProcessId } from '../kit/ids.js'
import { LocalizedText } from '../kit/wire-values.js'

/** Largest file, in bytes. */
export const textFileLimit = 20 * 1024 * 1024

/** What a file of text travels as; what it is, is told by its content. */
export const textFileType = 'application/octet-stream'

export const TextFileKind = z.enum(['docx', 'markdown', 'html'])
export type TextFileKind = z.infer<typeof TextFileKind>

/**
 * What a text of ours cannot hold. `footnote`, `inserted-text`, `text-box-moved`, `heading-level` and `formatting` keep
 * their words and lose their form; of the others nothing is taken over.
 */
export const LossKind = z.enum([
  'footnote',
  'comment',
  'inserted-text',
  'deleted-text',
  'text-box',
  'text-box-moved',
  'header-footer',
  'equation',
  'object',
  'macro',
  'foreign-image',
  'image',
  'link',
  'heading-level',
  'formatting',
  'style',
  'table-shape',
  'nested-table',
  'active-content',
  'form',
  'metadata',
  'nesting',
])
export type LossKind = z.infer<typeof LossKind>

/** Longest excerpt of what was lost, in UTF-16 units. */
export const lossWordsLimit = 240

/** So many losses are listed; a file with more is told so by `lossesLeftOut`. */
export const mostLosses = 300

export const Loss = z.object({
  kind: LossKind,
  /** The heading that it stands under in the file; null before the first. */
  under: z.string().nullable(),
  /** What it says, or what it is called; may be empty. */
  words: z.string().max(lossWordsLimit),
  /** How often, where several of a kind under one heading are told as one. */
  count: z.number().int().positive(),
})
export type Loss = z.infer<typeof Loss>

/** What a file holds as a text of ours. Nothing has been changed by reading it, but its images are stored. */
export const TextOfFile = z.object({
  kind: TextFileKind,
  /** What the file calls itself, or its first heading; null when it says nothing. */
  title: z.string().nullable(),
  /** JSON of a ProseMirror document, for `NewText` and `CreateText`. */
  content: z.unknown(),
  /** The same to look at. */
  html: z.string(),
  words: z.number().int().nonnegative(),
  images: z.number().int().nonnegative(),
  losses: z.array(Loss).max(mostLosses),
  lossesLeftOut: z.number().int().nonnegative(),
})
export type TextOfFile = z.infer<typeof TextOfFile>

/**
 * For staff. The body is the file itself as `textFileType`: Word (DOCX), Markdown or HTML. `documentId` names the text
 * that the images will belong to: one that is there, or the one that will be created with this id.
 */
export const readTextFile = endpoint({
  name: 'readTextFile',
  method: 'POST',
  path: '/api/documents/:documentId/text-file',
  params: z.object({ documentId: DocumentId }),
  query: z.object({ name: z.string().max(400).default('') }),
  body: z.instanceof(Uint8Array),
  response: TextOfFile,
  patience: 90_000,
})

const line = (most: number) => z.string().trim().min(1).max(most)
const inBothLanguages = (most: number) => LocalizedText.extend({ de: line(most), en: line(most) })

export const titleLimit = 160
export const teaserLimit = 600

/**
 * A new text of a process, from a draft. The id is made by the client once for each text it means, so that a retry after a
 * lost answer creates nothing twice. Its address comes from the title, its number is the next of its kind.
 */
export const CreateText = z.object({
  id: DocumentId,
  processId: ProcessId,
  kind: DocumentKind,
  title: inBothLanguages(titleLimit),
  teaser: inBothLanguages(teaserLimit),
  leeway: Leeway,
  content: z.unknown(),
})
export type CreateText = z.infer<typeof CreateText>

export const createText = endpoint({
  name: 'createText',
  method: 'POST',
  path: '/api/documents',
  body: CreateText,
  response: DocumentSummary,
})
