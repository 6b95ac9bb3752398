import { randomBytes } from 'node:crypto'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { queueChanged } from '@randnotiz/contract/annotations/moderation/messages'
import type { ReportContribution, ReportReceipt } from '@randnotiz/contract/annotations/moderation/report'
import { ModerationReportId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { mayRead, publicSight } from '@randnotiz/domain/annotations/moderation/sight'
import { z } from 'zod'
import type { ModerationParts } from '../parts.js'
import type { ReportRecord } from '../storage/report-store.js'
import { writtenIn } from '../written.js'

/** Where whoever reported finds the decision. */
export const reporterPath = '/meldung'

export type Reporter = { viewer: Viewer; language: Language }

/**
 * Takes a report from anybody and answers the code under which its decision will be found. Whoever fills in the field
 * that no person sees gets a code too, and nothing is stored.
 */
export async function reportContribution(
  parts: ModerationParts,
  command: ReportContribution,
  { viewer, language }: Reporter,
): Promise<Result<ReportReceipt>> {
  const code = newCode()
  if (command.website !== '') return accept({ code })
  const { subject, rule, explanation, email, commandId } = command
  const record = await parts.annotations.byId(subject.annotationId)
  const written = record && writtenIn(record, subject)
  if (!written || !mayRead(publicSight, written)) return refuse('annotations/unknown')
  const report = await parts.reports.insert({
    ...subject,
    documentId: written.record.documentId,
    rule,
    explanation,
    personId: personIdOf(viewer),
    email,
    language,
    code,
    commandId,
    createdAt: parts.clock.now(),
  })
  // The code of the first time is not stored anywhere; whoever lost the answer sends the report as a new one.
  if (report === null) return refuse('annotations/command-reused')
  await acknowledge(parts, report, code)
  return accept({ code })
}

async function acknowledge(parts: ModerationParts, report: ReportRecord, code: string): Promise<void> {
  const { annotationId, replyId, personId: actorId, createdAt: at, rule } = report
  const subject = { annotationId, replyId }
  await parts.auditLog.note({
    key: `report:${report._id}`,
    at,
    actorId,
    action: 'reported',
    subject,
    why: rule,
  })
  parts.realtime.announce(queueChanged, 'moderation', {})
  const document = await parts.documentLink(report.documentId)
  const { email: address, language } = report
  if (address === null || document === null) return
  // One address gets few such mails, whoever asks for them.
  if ((await parts.limiter.take('confirmationMail', address.toLowerCase())) > 0) return
  const token = parts.tokens.sign('report-address', { r: report._id })
  const about = { kind: 'received', code } as const
  const path = `/meldung?token=${token}`
  await parts.mailReporter({ key: `report:${report._id}:received`, address, language, document, about, path })
}

const Token = z.object({ r: ModerationReportId })

/** Whose address this is; null for a token that is not ours. */
export function readReportToken({ tokens }: Pick<ModerationParts, 'tokens'>, token: string) {
  return tokens.read('report-address', Token, token)?.r ?? null
}

/** Crockford's base 32: no letters that are mistaken for digits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eighty random bits, in groups of four. */
function newCode(): string {
  const letters = [...randomBytes(16)].map(byte => alphabet.charAt(byte & 31)).join('')
  return letters.match(/.{4}/g)?.join('-') ?? letters
}

/** A code as somebody types it. */
export function typedCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return letters.match(/.{1,4}/g)?.join('-') ?? ''
}
