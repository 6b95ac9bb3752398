import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { AnswerCase } from '@randnotiz/contract/answers/case'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import type { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { wordsOfPoint } from '@randnotiz/domain/answers/excerpt'
import { nameOf } from '../../annotations/index.js'
import { nameOfProcess } from '../desk/process-of.js'
import { rightsOf } from '../desk/rights.js'
import type { AnswerParts } from '../parts.js'
import { readCases } from '../read-cases.js'
import { askStaff } from './ask-staff.js'
import { readCase } from './read-case.js'

/** Everything it takes to answer one contribution. */
export async function showCase(
  parts: AnswerParts,
  annotationId: AnnotationId,
  viewer: Viewer,
): Promise<Result<CasePage>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const read = await readCase(parts, annotationId)
  if (!read.ok) return read
  const { documentId } = read.value
  const [annotation] = await parts.desk.viewUnbarred([annotationId], viewer)
  const document = await parts.documents.byId(documentId)
  const processId = document && (await parts.documents.processOf(documentId))
  const process = (await parts.publishing.all()).find(({ id }) => id === processId)
  if (!annotation || !document || !process) return refuse('annotations/unknown')
  const candidate = (await parts.desk.candidates([document], { viewer })).find(
    one => one.annotation.id === annotationId,
  )
  return accept({
    process: nameOfProcess(process),
    annotation,
    document: nameOf(document),
    chapter: candidate?.order.chapterOf(annotation) ?? null,
    case: read.value,
    settings: await parts.settings.of(process.id),
    staff: await parts.readStaff(),
    rights: rightsOf(viewer),
    proposals: await proposalsOf(parts, documentId, annotationId),
    together: await togetherWith(parts, read.value, viewer),
    releases: (await parts.publishing.versions.releasesOf(documentId)).map(({ number, title }) => ({
      number,
      title,
    })),
  })
}

/** What the other points say that get the same answer: whoever releases it reads for whom it speaks. */
async function togetherWith(
  parts: AnswerParts,
  { annotationId, points }: AnswerCase,
  viewer: Viewer,
): Promise<CasePage['together']> {
  const names = points.flatMap(({ group }) => (group === null ? [] : [group.lead, ...group.members]))
  const others = names.filter(name => name.annotationId !== annotationId)
  const ids = [...new Set(others.map(name => name.annotationId))]
  const { cases } = await readCases(parts, ids)
  const annotations = new Map((await parts.desk.viewUnbarred(ids, viewer)).map(one => [one.id, one]))
  return others.flatMap(name => {
    const annotation = annotations.get(name.annotationId)
    const point = cases.get(name.annotationId)?.record.points.find(({ number }) => number === name.number)
    if (!annotation || !point) return []
    return [{ name, words: wordsOfPoint(annotation, point.pieces), author: annotation.author }]
  })
}

async function proposalsOf(
  { desk }: AnswerParts,
  documentId: DocumentId,
  own: AnnotationId,
): Promise<CasePage['proposals']> {
  const isOther = (id: AnnotationId) => Number(id !== own)
  return (await desk.acceptedIn(documentId))
    .toSorted((a, b) => isOther(a.annotationId) - isOther(b.annotationId) || b.at.localeCompare(a.at))
    .map(({ annotationId, blockIds, before, after, at, excerpt }) => ({
      change: { kind: 'proposal', annotationId, blockIds, before, after, at },
      excerpt,
    }))
}
