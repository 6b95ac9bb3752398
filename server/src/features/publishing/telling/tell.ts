import type { FollowSubject } from '@randnotiz/contract/accounts/following'
import { type DocumentId, NewsId, type ProcessId } from '@randnotiz/contract/kit/ids'
import type { Process } from '@randnotiz/contract/publishing/process'
import type { PhaseBoundary } from '@randnotiz/domain/publishing/phase-boundaries'
import type { TellingParts } from './open-telling.js'

/** Each of these may be told again after a crash: nobody hears it twice. */
export async function tellOfNews(
  { tellFollowers, processes, news }: TellingParts,
  newsId: string,
  processId: ProcessId,
): Promise<void> {
  const [item, process] = await Promise.all([news.published(NewsId.parse(newsId)), processes.byId(processId)])
  if (item === null || process === null) return
  await tellFollowers({
    subjects: [{ kind: 'process', id: processId }],
    key: `news:${newsId}`,
    event: {
      kind: 'news',
      process: linkOf(process),
      headline: item.headline,
      path: `/neuigkeiten/${newsId}`,
    },
    at: new Date(item.publishedAt),
  })
}

export async function tellOfRelease(
  { tellFollowers, documents, releases }: TellingParts,
  documentId: DocumentId,
  number: number,
): Promise<void> {
  const [release, document, processId] = await Promise.all([
    releases.byNumber(documentId, number),
    documents.linkOf(documentId),
    documents.processOf(documentId),
  ])
  if (release === null || document === null || processId === null) return
  const subjects: FollowSubject[] = [
    { kind: 'document', id: documentId },
    { kind: 'process', id: processId },
  ]
  await tellFollowers({
    subjects,
    key: `release:${documentId}:${number}`,
    event: { kind: 'released', document, number, title: release.title },
    at: new Date(release.createdAt),
  })
}

export async function tellOfPhase(
  { tellFollowers }: TellingParts,
  process: Process,
  { phase, change, at }: PhaseBoundary,
): Promise<void> {
  await tellFollowers({
    subjects: [{ kind: 'process', id: process.id }],
    key: `phase:${process.id}:${phase.key}:${change}:${at.toISOString()}`,
    event: { kind: 'phase', process: linkOf(process), phase: phase.title, change },
    at,
  })
}

const linkOf = ({ slug, title }: Process) => ({ slug, title })
