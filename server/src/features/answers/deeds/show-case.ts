import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import type { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { nameOf } from '../../annotations/index.js'
import { nameOfProcess } from '../desk/process-of.js'
import { rightsOf } from '../desk/rights.js'
import type { AnswerParts } from '../parts.js'
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
    releases: (await parts.publishing.versions.releasesOf(documentId)).map(({ number, title }) => ({
      number,
      title,
    })),
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
