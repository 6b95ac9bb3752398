import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import {
  type DeskCounts,
  DeskCounts as DeskCountsShape,
  DeskOrder,
  type DeskQuery,
} from '@randnotiz/contract/answers/desk'
import type { DocumentSummary, OutlineEntry } from '@randnotiz/contract/documents/document'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Process } from '@randnotiz/contract/publishing/process'
import { type Choices, countChoices } from '@randnotiz/domain/answers/count-choices'
import { dayOf } from '@randnotiz/domain/answers/due'
import { askStaff } from '../deeds/ask-staff.js'
import type { AnswerParts } from '../parts.js'
import { untouched } from '../storage/record.js'
import type { KnownCases } from './case-index.js'
import { type ChoiceName, choiceNames, isAsked, saidOf } from './choices.js'
import { comparing, type DeskRow, rowsOf } from './desk-rows.js'
import { processBySlug } from './process-of.js'

export type Asked = { slug: string; query: Omit<DeskQuery, 'after'>; viewer: Viewer }

/** Everything at the desk of a process that matches a choice, in order. */
export type ChosenRows = {
  process: Process
  documents: DocumentSummary[]
  /** Of the chosen document. */
  chapters: OutlineEntry[]
  rows: DeskRow[]
  counts: DeskCounts
  known: KnownCases
}

/** For staff. Contributions and cases are at hand; read is only what has changed since somebody asked last. */
export async function chooseRows(parts: AnswerParts, asked: Asked): Promise<Result<ChosenRows>> {
  const { slug, query, viewer } = asked
  const staff = askStaff(viewer, 'answer:work')
  if (!staff.ok) return staff
  const process = await processBySlug(parts, slug)
  if (!process) return refuse('publishing/unknown-process')
  const documents = await parts.documents.ofProcess(process.id)
  const chosen = documents.find(one => one.slug === query.document)
  if (query.document !== undefined && !chosen) return refuse('documents/unknown')
  const chapters = chosen ? await parts.desk.chaptersOf(chosen, viewer) : []
  const candidates = await parts.desk.candidates(documents, { words: query.q, viewer })
  const known = await parts.indexes.known(process.id)
  const all = rowsOf(candidates, {
    groups: known.groups,
    caseOf: ({ annotation: { id: _id }, document }) =>
      known.byId.get(_id) ?? untouched({ _id, documentId: document.id, processId: process.id }),
  })
  const circumstances = { today: dayOf(parts.clock.now()), person: staff.value, chapters }
  const choices = countChoices(all.filter(isAsked(query, circumstances)), {
    names: choiceNames,
    saidOf: row => saidOf(row, circumstances),
    chosen: query,
  })
  const order = comparing(query.order ?? DeskOrder.enum.waiting, byPassage(documents))
  return accept({
    process,
    documents,
    chapters,
    rows: choices.matching.toSorted(order),
    counts: await countsOf(parts, process, choices),
    known,
  })
}

async function countsOf(
  { answers }: AnswerParts,
  { id }: Process,
  { matching, countsOf: of }: Choices<DeskRow, ChoiceName>,
): Promise<DeskCounts> {
  return DeskCountsShape.parse({
    total: matching.length,
    states: of('state'),
    kinds: of('kind'),
    outcomes: of('outcome'),
    dues: of('due'),
    units: of('unit'),
    texts: of('document'),
    totals: await answers.totals(id),
  })
}

type Placed = Pick<DeskRow['candidate'], 'annotation' | 'document' | 'order'>

function byPassage(documents: readonly DocumentSummary[]): (a: Placed, b: Placed) => number {
  const placeOf = new Map(documents.map(({ id }, at) => [id, at]))
  const at = ({ document }: Placed) => placeOf.get(document.id) ?? 0
  return (a, b) =>
    at(a) - at(b) ||
    a.order.offsetOf(a.annotation) - b.order.offsetOf(b.annotation) ||
    (a.annotation.id < b.annotation.id ? -1 : 1)
}
