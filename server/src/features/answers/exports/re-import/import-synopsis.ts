import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Answer, ChangeClaim } from '@randnotiz/contract/answers/answer'
import type { Point } from '@randnotiz/contract/answers/case'
import {
  type ReImport,
  type ReImportReport,
  type ReImportRow,
  reImportLimit,
} from '@randnotiz/contract/answers/exports/re-import'
import type { Outcome } from '@randnotiz/contract/answers/outcome'
import type { AnnotationId, ProcessId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { needsChange } from '@randnotiz/domain/answers/needs-change'
import { type ReadRow, readTypedRows } from '@randnotiz/domain/answers/synopsis/re-import-rows'
import { JobThread, threadFile } from '../../../../platform/threads/job-thread.js'
import type { ExportCase, ExportParts } from '../parts.js'
import type { SheetsAnswer, SheetsJob } from './sheet-jobs.js'
import { outcomeNamed, typedRows } from './typed-rows.js'

/**
 * Takes a filled-in synopsis back, row by row: each answer becomes a draft, by the same deed as at the desk. Nothing that
 * somebody else has done since the file was made is written over.
 */
export async function importSynopsis(
  parts: ExportParts,
  { run, processId, file }: ReImport,
  viewer: Viewer,
): Promise<Result<ReImportReport>> {
  const refusal = may(viewer, 'answer:work')
  if (refusal !== null) return refuse(refusal)
  const sheets = await readFile(Buffer.from(file, 'base64'))
  if (sheets === 'too-large') return refuse('exports/file-too-large')
  const typed = sheets === 'unreadable' ? null : typedRows(sheets)
  if (typed === null) return refuse('exports/not-a-synopsis')
  const judged = readTypedRows(typed, outcomeNamed)
  const ids = [...new Set(judged.flatMap(row => (row.ok ? [row.value.annotationId] : [])))]
  const standing = await standingCases(parts, ids)
  const report: ReImportReport = { run, unchanged: 0, rows: [] }
  for (const row of judged) {
    if (!row.ok)
      report.rows.push({ row: row.row, number: row.number, result: 'refused', problem: row.problem })
    else {
      const taken = await takeRow(parts, { row: row.value, run, processId, standing }, viewer)
      if (taken === 'unchanged') report.unchanged++
      else report.rows.push(taken)
    }
  }
  return accept(report)
}

async function readFile(bytes: Uint8Array): Promise<SheetsAnswer> {
  const thread = new JobThread<SheetsJob, SheetsAnswer>({
    name: 'read-sheets',
    file: threadFile('./sheet-worker.js', import.meta.url),
  })
  try {
    const { unpacked, rows } = reImportLimit
    return await thread.run({ bytes, limits: { bytes: unpacked, rows, columns: 200 } })
  } finally {
    await thread.close()
  }
}

/** A case with the version it has after our own writing. */
type Standing = ExportCase & { processId: ProcessId | null; readVersion: number }

const portion = 200

async function standingCases(
  { readCases, documents }: ExportParts,
  ids: readonly AnnotationId[],
): Promise<Map<AnnotationId, Standing>> {
  const standing = new Map<AnnotationId, Standing>()
  const processes = new Map<string, ProcessId | null>()
  for (let at = 0; at < ids.length; at += portion)
    for (const [id, found] of await readCases(ids.slice(at, at + portion))) {
      const { documentId } = found
      const processId = processes.get(documentId) ?? (await documents.processOf(documentId))
      processes.set(documentId, processId)
      standing.set(id, { ...found, processId, readVersion: found.version })
    }
  return standing
}

type Taking = {
  row: ReadRow
  run: ReImport['run']
  processId: ProcessId
  standing: Map<AnnotationId, Standing>
}

async function takeRow(
  parts: ExportParts,
  { row, run, processId, standing }: Taking,
  viewer: Viewer,
): Promise<ReImportRow | 'unchanged'> {
  const { row: place, number, annotationId, point: pointNumber, answer } = row
  const refused = (problem: Extract<ReImportRow, { result: 'refused' }>['problem']): ReImportRow => ({
    row: place,
    number,
    result: 'refused',
    problem,
  })
  const found = standing.get(annotationId)
  if (found === undefined) return refused('unknown-id')
  if (found.processId !== processId) return refused('other-process')
  const point = found.points.find(known => known.number === pointNumber)
  if (answer === null || (point && says(point, answer))) return 'unchanged'
  if (point === undefined || row.version !== found.readVersion) return refused('changed-meanwhile')
  const contribution = await parts.annotations.contribution(annotationId)
  if (contribution === null) return refused('unknown-id')
  if (contribution.edition !== row.edition) return refused('contribution-changed')
  const isMember = point.group !== null && point.group.lead.annotationId !== annotationId
  if (isMember) return { row: place, number, result: 'not-now', code: 'answers/grouped' }
  if (run === 'check') return { row: place, number, result: 'new', annotationId, point: pointNumber }
  const accepted = contribution.proposal?.status === 'accepted'
  const written = await parts.writeAnswer(
    {
      point: { annotationId, number: pointNumber, version: found.version },
      edition: row.edition,
      answer: { ...answer, change: changeFor(answer.outcome, point, accepted ? annotationId : null) },
    },
    viewer,
  )
  if (!written.ok) {
    if (written.refusal.code === 'answers/changed-meanwhile') return refused('changed-meanwhile')
    return { row: place, number, result: 'not-now', code: written.refusal.code }
  }
  standing.set(annotationId, { ...found, version: written.value.version, points: written.value.points })
  return { row: place, number, result: 'taken', annotationId, point: pointNumber }
}

const standingAnswer = ({ work, published }: Point): Answer | null =>
  'answer' in work ? work.answer : published

function says(point: Point, { outcome, reason }: NonNullable<ReadRow['answer']>): boolean {
  const answer = standingAnswer(point)
  if (answer === null || answer.reason !== reason || answer.outcome.kind !== outcome.kind) return false
  return (
    outcome.kind !== 'forwarded' || (answer.outcome.kind === 'forwarded' && answer.outcome.to === outcome.to)
  )
}

/** A sheet has no place to point at the text: what was linked stays, and an accepted proposal speaks for itself. */
function changeFor(outcome: Outcome, point: Point, proposal: AnnotationId | null): ChangeClaim | null {
  if (!needsChange(outcome)) return null
  const change = standingAnswer(point)?.change ?? null
  if (change?.kind === 'proposal') return { kind: 'proposal', annotationId: change.annotationId }
  if (change) return { kind: 'passage', blockIds: change.blockIds, release: change.release }
  return proposal === null ? null : { kind: 'proposal', annotationId: proposal }
}
