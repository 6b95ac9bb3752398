import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentPage } from '@randnotiz/contract/documents/endpoints'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may, mayAsGuest } from '@randnotiz/domain/accounts/permissions'
import type { OtherWaysStore } from '../accessible/other-ways-store.js'
import type { LiveTexts } from '../live/live-texts.js'
import type { PhaseOf } from '../phase-of.js'
import type { ReadLastRelease } from '../shown-release.js'
import { type DocumentRecord, type DocumentStore, summaryOf } from '../storage/document-store.js'

export type GetDocumentParts = {
  documents: DocumentStore
  liveTexts: LiveTexts
  phaseOf: PhaseOf
  lastRelease: ReadLastRelease
  ways: OtherWaysStore
}

export async function getDocument(
  parts: GetDocumentParts,
  slug: string,
  viewer: Viewer,
): Promise<Result<DocumentPage>> {
  const record = await parts.documents.bySlug(slug)
  if (record === null) return refuse('documents/unknown')
  const [shown, phase, ways] = await Promise.all([
    readText(parts, record, viewer),
    parts.phaseOf(record.processId),
    parts.ways.of(record._id),
  ])
  return accept({
    document: summaryOf(record),
    ...shown,
    otherWays: {
      plain: ways.plain !== null || ways.plainEnglish !== null,
      sign: ways.video !== null || ways.link !== null,
    },
    permissions: {
      edit: may(viewer, 'document:edit', phase) === null,
      annotate: may(viewer, 'annotation:create', phase) === null,
      propose: mayAsGuest('annotation:propose', phase && { ...phase, guests: true }) === null,
      reply: may(viewer, 'annotation:reply', phase) === null,
      attach: may(viewer, 'annotation:attach', phase) === null,
      asGuest: {
        annotate: mayAsGuest('annotation:create', phase) === null,
        reply: mayAsGuest('annotation:reply', phase) === null,
      },
    },
  })
}

type TextParts = Pick<GetDocumentParts, 'liveTexts' | 'lastRelease'>
type ReadText = Pick<DocumentPage, 'text' | 'source'>

async function readText(parts: TextParts, record: DocumentRecord, viewer: Viewer): Promise<ReadText> {
  const shown = await readPublicText(parts, record)
  const { source } = shown
  if (source.kind === 'live' || may(viewer, 'document:see-drafts') !== null) return shown
  const live = await readLiveText(parts, record)
  return { ...live, source: { kind: 'live', publicRelease: source.number } }
}

/** The live text, or the last release where citizens see that one. */
export async function readPublicText(parts: TextParts, record: DocumentRecord): Promise<ReadText> {
  const release = record.shown === 'release' ? await parts.lastRelease(record._id) : null
  if (release === null) return readLiveText(parts, record)
  const { source, ...text } = release
  return { source, text: { ...text, editedAt: source.publishedAt } }
}

async function readLiveText({ liveTexts }: TextParts, record: DocumentRecord): Promise<ReadText> {
  const rendered = await liveTexts.rendered(record._id)
  const text = { ...rendered, editedAt: record.editedAt.toISOString() }
  return { source: { kind: 'live', publicRelease: null }, text }
}
