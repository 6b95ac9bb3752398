import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type OtherWaysDesk, videoLimit } from '@randnotiz/contract/documents/accessible'
import { type DocumentId, VideoId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { initialUpdate } from '@randnotiz/document-schema/from-markdown'
import { renderHtml } from '@randnotiz/document-schema/to-html'
import * as Y from 'yjs'
import { newId } from '../../../platform/mongo/ids.js'
import { type AccessibleParts, deskOf, editableDocument } from './parts.js'
import { isWebVtt, recogniseVideo } from './recognise-video.js'

type Of<Change> = Change & { documentId: DocumentId }

/** Another text in plain language; an empty one takes it away. */
export async function changePlainText(
  parts: AccessibleParts,
  { documentId, markdown }: Of<{ markdown: string }>,
  viewer: Viewer,
): Promise<Result<OtherWaysDesk>> {
  const document = await editableDocument(parts, documentId, viewer)
  if (!document.ok) return document
  await writePlainText(parts, documentId, markdown)
  return accept(await deskOf(parts, document.value))
}

export async function writePlainText(
  { ways, clock }: Pick<AccessibleParts, 'ways' | 'clock'>,
  documentId: DocumentId,
  markdown: string,
): Promise<void> {
  const html = renderMarkdown(markdown, `plain ${documentId}`)
  await ways.change(documentId, {
    plain: markdown === '' ? null : { markdown, html, editedAt: clock.now() },
  })
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

/** A video in place of the one before: its bytes first, then the name that leads to them, then the old bytes go. */
export async function uploadVideo(
  parts: AccessibleParts,
  { documentId, bytes }: Of<{ bytes: Uint8Array }>,
  viewer: Viewer,
): Promise<Result<OtherWaysDesk>> {
  const document = await editableDocument(parts, documentId, viewer)
  if (!document.ok) return document
  if (bytes.length > videoLimit) return refuse('documents/video-too-large')
  const type = recogniseVideo(bytes)
  if (type === null) return refuse('documents/video-unreadable')
  const id = newId(VideoId)
  await parts.videos.write(id, bytes)
  const { video: before } = await parts.ways.of(documentId)
  await parts.ways.change(documentId, { video: { id, type, bytes: bytes.length, captions: null } })
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
