/**
 * A decision is written down before anything happens, then carried out step by step: the words are hidden or shown,
 * reports are closed, people are told, the log gets its entry, everybody's list changes. Each step can be repeated, and
 * the mark `unfinished` goes last; so what a crash interrupts is finished at the next start, and nobody is hidden without
 * being told.
 */
import { queueChanged } from '@randnotiz/contract/annotations/moderation/messages'
import { type Publication, published } from '@randnotiz/contract/annotations/publication'
import { carryOutReportObjection } from './carry-out-report-objection.js'
import type { ModerationParts } from './parts.js'
import { showAgain } from './show-again.js'
import type { DecisionRecord } from './storage/decision-store.js'
import { tellReporter } from './tell-reporter.js'
import { writtenIn } from './written.js'

/** Everybody who watches the queue. */
export const moderatorsRoom = 'moderation'

/** Answers false when another decision was faster; then this one counts for nothing. */
export async function carryOut(parts: ModerationParts, decision: DecisionRecord): Promise<boolean> {
  // What is objected to has been carried out long ago, and others may have decided since.
  if (decision.objection !== null) await carryOutObjection(parts, decision, decision.objection)
  else if (!(await carryOutVerdict(parts, decision))) return false
  await announceToAll(parts, decision)
  await parts.decisions.finish(decision._id)
  return true
}

async function carryOutVerdict(parts: ModerationParts, decision: DecisionRecord): Promise<boolean> {
  if (!(await publishAsDecided(parts, decision))) {
    await parts.decisions.makeVoid(decision._id)
    return false
  }
  await closeReports(parts, decision)
  await tellAuthor(parts, decision)
  await noteDecision(parts, decision)
  return true
}

function decidedPublication({ _id, at, verdict }: DecisionRecord): Publication {
  if (verdict.kind !== 'hide') return published
  const { rule, duration } = verdict
  return { state: 'hidden', since: at.toISOString(), rule, duration, decisionId: _id }
}

async function publishAsDecided(parts: ModerationParts, decision: DecisionRecord): Promise<boolean> {
  const { annotationId, replyId, from, edition } = decision
  const to = decidedPublication(decision)
  const subject = { annotationId, replyId }
  if (from === 'published' && to.state === 'published') return true
  if (await parts.publications.set(subject, { from, to, edition })) return true
  // Either another decision was faster, or this is a repetition of one that got this far before a crash.
  const record = await parts.annotations.byId(annotationId)
  const standing = record && writtenIn(record, subject)?.publication
  return to.state === 'hidden'
    ? standing?.state === 'hidden' && standing.decisionId === decision._id
    : standing?.state === 'published'
}

async function closeReports(parts: ModerationParts, decision: DecisionRecord): Promise<void> {
  const { annotationId, replyId, verdict, at, _id: id } = decision
  const result = verdict.kind === 'hide' ? 'acted' : 'not-acted'
  for (const report of await parts.reports.decide({ annotationId, replyId }, { id, result, at }))
    await tellReporter(parts, report)
  if (result === 'acted') await grantObjections(parts, decision)
}

/** Whoever had objected that these words were left public has got what they asked for. */
async function grantObjections(parts: ModerationParts, decision: DecisionRecord): Promise<void> {
  const { annotationId, replyId, at, moderatorId: by, _id: id } = decision
  for (const report of await parts.reports.grant({ annotationId, replyId }, { id, by, at }))
    await carryOutReportObjection(parts, report)
}

async function tellAuthor(parts: ModerationParts, decision: DecisionRecord): Promise<void> {
  const { authorId, annotationId, from, verdict } = decision
  const document = await parts.documentLink(decision.documentId)
  // That a report came to nothing is no news for the author.
  if (document === null || (from === 'published' && verdict.kind === 'approve')) return
  const about = { document, annotationId, decisionId: decision._id }
  const result = verdict.kind === 'hide' ? 'hidden' : verdict.kind === 'restore' ? 'restored' : 'approved'
  await parts.tellPerson(authorId, `decision:${decision._id}`, { kind: 'moderated', ...about, result })
}

async function noteDecision(parts: ModerationParts, decision: DecisionRecord): Promise<void> {
  const { annotationId, replyId, verdict, at, moderatorId } = decision
  const action = verdict.kind === 'hide' ? 'hidden' : verdict.kind === 'restore' ? 'restored' : 'approved'
  const why =
    verdict.kind === 'hide'
      ? `${verdict.rule}: ${verdict.facts}`
      : verdict.kind === 'restore'
        ? verdict.facts
        : ''
  const subject = { annotationId, replyId }
  await parts.auditLog.note({
    key: `decision:${decision._id}`,
    at,
    actorId: moderatorId,
    action,
    subject,
    why,
  })
}

async function carryOutObjection(
  parts: ModerationParts,
  decision: DecisionRecord,
  objection: NonNullable<DecisionRecord['objection']>,
): Promise<void> {
  const { annotationId, replyId, authorId, _id: id } = decision
  const subject = { annotationId, replyId }
  await parts.auditLog.note({
    key: `objected:${id}`,
    at: objection.at,
    actorId: authorId,
    action: 'objected',
    subject,
    why: objection.text,
  })
  if (objection.state === 'open' || objection.decidedAt === null) return
  if (objection.state === 'reversed') await showAgain(parts, decision)
  await parts.auditLog.note({
    key: `objection:${id}`,
    at: objection.decidedAt,
    actorId: objection.decidedBy,
    action: objection.state === 'upheld' ? 'objection-upheld' : 'objection-reversed',
    subject,
    why: objection.reason,
  })
  const document = await parts.documentLink(decision.documentId)
  if (document === null) return
  const event = {
    kind: 'objection-decided',
    document,
    annotationId,
    decisionId: id,
    result: objection.state,
  } as const
  await parts.tellPerson(authorId, `objection:${id}`, event)
}

export async function announceToAll(
  parts: ModerationParts,
  { documentId }: Pick<DecisionRecord, 'documentId'>,
): Promise<void> {
  await parts.feed.flush(documentId)
  parts.events.emit('annotations/count-changed', { documentId })
  parts.realtime.announce(queueChanged, moderatorsRoom, {})
}
