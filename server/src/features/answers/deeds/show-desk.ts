import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { WorkState } from '@randnotiz/contract/answers/case'
import { type DeskItem, type DeskPage, type DeskQuery, deskPageSize } from '@randnotiz/contract/answers/desk'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { dayOf } from '@randnotiz/domain/answers/due'
import { type Candidate, nameOf } from '../../annotations/index.js'
import { comparing, type DeskRow, matches, rowsOf, workOf } from '../desk/desk-rows.js'
import { nameOfProcess, processBySlug } from '../desk/process-of.js'
import { rightsOf } from '../desk/rights.js'
import { Groups } from '../groups.js'
import type { AnswerParts } from '../parts.js'
import { untouched } from '../storage/record.js'
import { namesIn, peopleIn, viewPoints } from '../view.js'
import { askStaff } from './ask-staff.js'

/** Every point of a process that waits, was answered, or will be: filtered, in order, a page at a time. */
export async function showDesk(
  parts: AnswerParts,
  { slug, query, viewer }: { slug: string; query: DeskQuery; viewer: Viewer },
): Promise<Result<DeskPage>> {
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const process = await processBySlug(parts, slug)
  if (!process) return refuse('publishing/unknown-process')
  const documents = await parts.documents.ofProcess(process.id)
  const searched = documents.filter(one => query.document === undefined || one.slug === query.document)
  const [chosen] = query.document === undefined ? [] : searched
  if (query.document !== undefined && !chosen) return refuse('documents/unknown')
  const from = query.after === undefined ? 0 : readCursor(query.after)
  if (from === null) return refuse('request/invalid', { field: 'after' })

  const chapters = chosen ? await parts.desk.chaptersOf(chosen, viewer) : []
  const chapter = chapters.find(({ blockId }) => blockId === query.chapter)
  const candidates = (await parts.desk.candidates(searched, { words: query.q, viewer })).filter(
    ({ annotation, order }) =>
      query.chapter === undefined || (chapter !== undefined && order.isIn(annotation, chapter)),
  )
  const cases = await parts.cases.ofProcess(process.id)
  const groups = new Groups(cases)
  const known = new Map(cases.map(record => [record._id, record]))
  const caseOf = ({ annotation, document }: Candidate) =>
    known.get(annotation.id) ??
    untouched({ _id: annotation.id, documentId: document.id, processId: process.id })
  const circumstances = { today: dayOf(parts.clock.now()), person: staff.value }
  const ofEveryState = rowsOf(candidates, { caseOf, groups }).filter(matches(query, circumstances))
  const matching = ofEveryState
    .filter(row => query.state === undefined || workOf(row).state === query.state)
    .sort(comparing(query.order, byPassage(documents)))
  const page = matching.slice(from, from + deskPageSize)
  const end = from + page.length
  return accept({
    process: nameOfProcess(process),
    total: matching.length,
    items: await itemsOf(parts, page, { groups, viewer }),
    next: end < matching.length ? writeCursor(end) : null,
    states: countStates(ofEveryState),
    totals: await parts.answers.totals(process.id),
    documents: documents.map(nameOf),
    chapters,
    settings: await parts.settings.of(process.id),
    staff: await parts.readStaff(),
    rights: rightsOf(viewer),
  })
}

async function itemsOf(
  parts: AnswerParts,
  page: readonly DeskRow[],
  { groups, viewer }: { groups: Groups; viewer: Viewer },
): Promise<DeskItem[]> {
  const ids = page.map(({ record }) => record._id)
  const notes = await parts.cases.noteCounts(ids)
  const annotations = new Map((await parts.desk.viewUnbarred(ids, viewer)).map(one => [one.id, one]))
  const authorOf = await namesIn(
    parts,
    page.flatMap(({ record }) => [record, ...groups.leadsOf(record)].flatMap(peopleIn)),
  )
  return page.flatMap(({ candidate, record, point }) => {
    const { order, document } = candidate
    const shown = viewPoints(record, groups, authorOf).find(({ number }) => number === point.number)
    const annotation = annotations.get(record._id)
    if (!shown || !annotation) return []
    return [
      {
        annotation,
        document: nameOf(document),
        chapter: order.chapterOf(annotation),
        version: record.version,
        point: shown,
        points: record.points.length,
        notes: notes.get(record._id) ?? 0,
      },
    ]
  })
}

function countStates(rows: readonly DeskRow[]): Partial<Record<WorkState, number>> {
  const counts: Partial<Record<WorkState, number>> = {}
  for (const row of rows) {
    const { state } = workOf(row)
    counts[state] = (counts[state] ?? 0) + 1
  }
  return counts
}

function byPassage(documents: readonly DocumentSummary[]): (a: Candidate, b: Candidate) => number {
  const placeOf = new Map(documents.map(({ id }, at) => [id, at]))
  const at = ({ document }: Candidate) => placeOf.get(document.id) ?? 0
  return (a, b) =>
    at(a) - at(b) ||
    a.order.offsetOf(a.annotation) - b.order.offsetOf(b.annotation) ||
    (a.annotation.id < b.annotation.id ? -1 : 1)
}

/** Where the next page begins. A row that was answered meanwhile may have left the list before it. */
const writeCursor = (position: number) => Buffer.from(String(position)).toString('base64url')

function readCursor(text: string): number | null {
  const position = Buffer.from(text, 'base64url').toString()
  return /^\d{1,7}$/.test(position) ? Number(position) : null
}
