import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { OtherWaysDesk } from '@randnotiz/contract/documents/accessible'
import type { FileStream } from '@randnotiz/contract/kit/file-stream'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { initialUpdate } from '@randnotiz/document-schema/from-markdown'
import { renderHtml } from '@randnotiz/document-schema/to-html'
import * as Y from 'yjs'
import { type AccessibleParts, deskOf, editableDocument } from './parts.js'
import { isWebVtt } from './recognise-video.js'
import { storeVideo } from './store-video.js'

type Of<Change> = Change & { documentId: DocumentId }

/** Another text in plain language; an empty one takes it away. */
export async function changePlainText(
  parts: AccessibleParts,
  { documentId, markdown, english }: Of<{ markdown?: string | undefined; english?: string | undefined }>,
  viewer: Viewer,
): Promise<Result<OtherWaysDesk>> {
  const document = await editableDocument(parts, documentId, viewer)
  if (!document.ok) return document
  if (markdown !== undefined) await writePlainText(parts, documentId, { language: 'de', markdown })
  if (english !== undefined) await writePlainText(parts, documentId, { language: 'en', markdown: english })
  return accept(await deskOf(parts, document.value))
}

export async function writePlainText(
  { ways, clock }: Pick<AccessibleParts, 'ways' | 'clock'>,
  documentId: DocumentId,
  { language, markdown }: { language: Language; markdown: string },
): Promise<void> {
  const html = renderMarkdown(
    markdown,
    language === 'de' ? `plain ${documentId}` : `plain ${language} ${documentId}`,
  )
  const plain = markdown === '' ? null : { markdown, html, editedAt: clock.now() }
  await ways.change(documentId, language === 'de' ? { plain } : { plainEnglish: plain })
}

/** Begins no heading, list, quote or table. */
const isWords = (line: string) => /^[^\s\-*+#>|\d]/.test(line)

function renderMarkdown(markdown: string, seed: string): string {
  const doc = new Y.Doc()
  // The name of the text is the heading above all others.
  const below = markdown.replace(/^(#{1,3})(?=\s)/gm, '#$1')
  // In plain language every sentence has a line of its own.
  const lines = below
    .split('\n')
    .map((line, at, all) => (isWords(line) && isWords(all[at + 1] ?? '') ? `${line.trimEnd()}\\` : line))
    .join('\n')
  Y.applyUpdate(doc, initialUpdate(lines, seed))
  const html = renderHtml(documentFragment(doc))
  doc.destroy()
  return html
}

/**
 * A video in place of the one before: its bytes first, as they arrive, then the name that leads to them, then the old
 * bytes go. What was cut off or is too large leaves nothing behind.
 */
export async function uploadVideo(
  parts: AccessibleParts,
  { documentId, file }: Of<{ file: FileStream }>,
  viewer: Viewer,
): Promise<Result<OtherWaysDesk>> {
  const document = await editableDocument(parts, documentId, viewer)
  if (!document.ok) return document
  const stored = await storeVideo(parts.videos, file)
  if (!stored.ok) return stored
  const { video: before } = await parts.ways.of(documentId)
  await parts.ways.change(documentId, { video: { ...stored.value, captions: null } })
  if (before) await parts.videos.remove(before.id)
  return accept(await deskOf(parts, document.value))
}

export async function removeVideo(
  parts: AccessibleParts,
  { documentId }: Of<unknown>,
  viewer: Viewer,
): Promise<Result<OtherWaysDesk>> {
  const document = await editableDocument(parts, documentId, viewer)
  if (!document.ok) return document
  const { video } = await parts.ways.of(documentId)
  await parts.ways.change(documentId, { video: null })
  if (video) await parts.videos.remove(video.id)
  return accept(await deskOf(parts, document.value))
}

/** Captions of the video that is there, and where another one is. */
export async function changeSignLanguage(
  parts: AccessibleParts,
  { documentId, captions, link }: Of<{ captions?: string | undefined; link: string | null }>,
  viewer: Viewer,
): Promise<Result<OtherWaysDesk>> {
  const document = await editableDocument(parts, documentId, viewer)
  if (!document.ok) return document
  const { video } = await parts.ways.of(documentId)
  if (captions !== undefined && captions.trim() !== '' && !isWebVtt(captions))
    return refuse('documents/captions-unreadable', { field: 'captions' })
  const words = captions === undefined ? (video?.captions ?? null) : captions.trim() === '' ? null : captions
  await parts.ways.change(documentId, { link, ...(video ? { video: { ...video, captions: words } } : {}) })
  return accept(await deskOf(parts, document.value))
}
