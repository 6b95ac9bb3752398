import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { unnamedAuthor } from '@randnotiz/contract/annotations/annotation'
import type {
  ModerationQueue,
  QueueItem,
  QueueReason,
} from '@randnotiz/contract/annotations/moderation/queue'
import type { ModerationSubject } from '@randnotiz/contract/annotations/moderation/subject'
import type { ProcessId, UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { mayDecideObjection } from '@randnotiz/domain/annotations/moderation/objections'
import type { AnnotationRecord } from '../../storage/record.js'
import type { ModerationParts } from '../parts.js'
import type { ReportRecord } from '../storage/report-store.js'
import { type Written, writtenIn } from '../written.js'

/** So many on one page; what waits longest comes first, so the rest comes up as these are decided. */
const pageSize = 100
const mostRead = 500

/** Everything that waits for a moderator: what was held, what was reported, and objections. */
export async function listQueue(parts: ModerationParts, viewer: Viewer): Promise<Result<ModerationQueue>> {
  const refusal = may(viewer, 'annotation:moderate')
  const personId = personIdOf(viewer)
  if (refusal !== null || personId === null) return refuse(refusal ?? 'accounts/sign-in-required')
  const waiting = await collect(parts, personId)
  const entries = [...waiting.values()].sort((a, b) => (a.since < b.since ? -1 : 1))
  const items: QueueItem[] = []
  for (const entry of entries.slice(0, pageSize)) {
    const item = await itemOf(parts, entry)
    if (item !== null) items.push(item)
  }
  return accept({ items, total: entries.length, textBlocks: await textBlocksOf(parts, items) })
}

type Waiting = {
  subject: ModerationSubject
  record: AnnotationRecord | null
  why: QueueReason[]
  since: string
}

async function collect(parts: ModerationParts, personId: UserId): Promise<Map<string, Waiting>> {
  const waiting = new Map<string, Waiting>()
  const add = (
    subject: ModerationSubject,
    why: QueueReason,
    since: string,
    record: AnnotationRecord | null = null,
  ) => {
    const key = `${subject.annotationId}/${subject.replyId}`
    const known = waiting.get(key)
    if (known === undefined) waiting.set(key, { subject, record, why: [why], since })
    else
      waiting.set(key, {
        ...known,
        why: [...known.why, why],
        since: known.since < since ? known.since : since,
      })
  }
  for (const record of await parts.publications.held(mostRead))
    for (const written of heldIn(record))
      if (written.publication.state === 'held') {
        const { reasons, since } = written.publication
        add(written.subject, { kind: 'held', reasons }, since, record)
      }
  for (const reports of groupReports(await parts.reports.open(mostRead))) {
    const [first] = reports
    if (first)
      add(
        { annotationId: first.annotationId, replyId: first.replyId },
        reported(reports),
        first.createdAt.toISOString(),
      )
  }
  for (const decision of await parts.decisions.withOpenObjection()) {
    const { annotationId, replyId, objection, moderatorId, _id: decisionId } = decision
    if (objection === null) continue
    const names = await parts.readAuthors(moderatorId === null ? [] : [moderatorId])
    const at = objection.at.toISOString()
    const decidedBy = (moderatorId && names.get(moderatorId)?.pseudonym) ?? null
    const mayDecide = mayDecideObjection(decision, personId)
    add(
      { annotationId, replyId },
      { kind: 'objection', decisionId, text: objection.text, at, decidedBy, mayDecide },
      at,
    )
  }
  for (const report of await parts.reports.withOpenObjection()) {
    const why = await reportObjection(parts, report, personId)
    const { annotationId, replyId } = report
    if (why !== null) add({ annotationId, replyId }, why, why.at)
  }
  return waiting
}

type ReportObjection = Extract<QueueReason, { kind: 'report-objection' }>

async function reportObjection(
  { decisions, readAuthors }: ModerationParts,
  { _id: reportId, rule, explanation, objection, decisionId }: ReportRecord,
  personId: UserId,
): Promise<ReportObjection | null> {
  const decision = decisionId && (await decisions.byId(decisionId))
  if (objection === null || !decision) return null
  const { moderatorId } = decision
  const names = await readAuthors(moderatorId === null ? [] : [moderatorId])
  return {
    kind: 'report-objection',
    reportId,
    rule,
    explanation,
    text: objection.text,
    at: objection.at.toISOString(),
    decidedBy: (moderatorId && names.get(moderatorId)?.pseudonym) ?? null,
    mayDecide: mayDecideObjection(decision, personId),
  }
}

function heldIn(record: AnnotationRecord): Written[] {
  const replies = record.replies.map(({ _id }) => ({ annotationId: record._id, replyId: _id }))
  return [{ annotationId: record._id, replyId: null }, ...replies].flatMap(
    subject => writtenIn(record, subject) ?? [],
  )
}

function groupReports(reports: ReportRecord[]): ReportRecord[][] {
  const groups = new Map<string, ReportRecord[]>()
  for (const report of reports) {
    const key = `${report.annotationId}/${report.replyId}`
    groups.set(key, [...(groups.get(key) ?? []), report])
  }
  return [...groups.values()]
}

function reported(reports: ReportRecord[]): QueueReason {
  return {
    kind: 'reported',
    reports: reports.map(({ _id: id, rule, explanation, createdAt }) => ({
      id,
      rule,
      explanation,
      createdAt: createdAt.toISOString(),
    })),
  }
}

async function itemOf(
  parts: ModerationParts,
  { subject, record: known, why, since }: Waiting,
): Promise<QueueItem | null> {
  const record = known ?? (await parts.annotations.byId(subject.annotationId))
  const written = record && writtenIn(record, subject)
  if (!record || !written) return null
  const document = await parts.documentLink(record.documentId)
  const processId = await parts.processOf(record.documentId)
  if (document === null || processId === null) return null
  const author = (await parts.readAuthors([written.authorId])).get(written.authorId)
  return {
    subject,
    document,
    processId,
    kind: record.kind,
    quote: record.target.kind === 'passage' ? record.target.quote.exact : null,
    answers: subject.replyId === null ? null : record.body,
    words:
      subject.replyId === null
        ? [record.body, record.reason, record.instead].filter(Boolean).join('\n\n')
        : written.words,
    replacement: subject.replyId === null ? record.replacement : null,
    author: author ?? { ...unnamedAuthor, id: written.authorId },
    createdAt: written.createdAt,
    publication: written.publication,
    edition: written.edition,
    why,
    waitingSince: since,
    hiddenBefore: await parts.publications.countHiddenBy(written.authorId, record._id),
  }
}

async function textBlocksOf(parts: ModerationParts, items: QueueItem[]) {
  const processIds = new Set<ProcessId>(items.map(({ processId }) => processId))
  const blocks: ModerationQueue['textBlocks'] = []
  for (const processId of processIds)
    for (const block of (await parts.settings.of(processId)).textBlocks) blocks.push({ ...block, processId })
  return blocks
}
