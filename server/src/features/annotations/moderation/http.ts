import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import {
  changeModerationSettings,
  confirmReportAddress,
  decideModeration,
  decideObjection,
  getModerationDecision,
  getModerationLog,
  getModerationNumbers,
  getModerationQueue,
  getModerationSettings,
  getReport,
  getReportable,
  objectToDecision,
  objectToReportDecision,
  reportContribution,
  upholdReportDecision,
} from '@randnotiz/contract/annotations/moderation/endpoints'
import type { ModerationSettingsPage } from '@randnotiz/contract/annotations/moderation/settings'
import { type ProcessId, ReplyId, Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { mayRead, publicSight } from '@randnotiz/domain/annotations/moderation/sight'
import { type Request, type Response, Router } from 'express'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import { languageIn } from '../../../platform/http/language.js'
import { viewDecision } from './decision-view.js'
import { countModeration, numbersAsCsv } from './deeds/count-moderation.js'
import { decideModeration as decide } from './deeds/decide-moderation.js'
import { decideObjection as decideObjectionDeed } from './deeds/decide-objection.js'
import { listQueue } from './deeds/list-queue.js'
import { objectToDecision as object } from './deeds/object-to-decision.js'
import {
  objectToReportDecision as objectToReport,
  upholdReportDecision as upholdReport,
} from './deeds/object-to-report-decision.js'
import { readReportToken, reportContribution as report, typedCode } from './deeds/report-contribution.js'
import type { ModerationParts } from './parts.js'
import { viewReport } from './report-view.js'
import { tellReporter } from './tell-reporter.js'
import { writtenIn } from './written.js'

export function mountModeration(mount: Mount, parts: ModerationParts): void {
  mountDecisions(mount, parts)
  mountReports(mount, parts)
  mountSettings(mount, parts)
  mountLog(mount, parts)
}

function mountDecisions(mount: Mount, parts: ModerationParts): void {
  mount(getModerationQueue, (_input, { viewer }) => listQueue(parts, viewer))
  mount(decideModeration, ({ body }, { viewer }) => decide(parts, body, viewer))
  mount(getModerationDecision, async ({ params }, { viewer }) =>
    viewDecision(parts, await parts.decisions.byId(params.decisionId), viewer),
  )
  mount(objectToDecision, ({ params, body }, { viewer }) => object(parts, { ...params, ...body }, viewer))
  mount(decideObjection, ({ params, body }, { viewer }) =>
    decideObjectionDeed(parts, { ...params, ...body }, viewer),
  )
}

function mountReports(mount: Mount, parts: ModerationParts): void {
  mount(
    reportContribution,
    ({ body }, { viewer, headers }) => report(parts, body, { viewer, language: languageIn(headers) }),
    { limit: 'report', proof: 'always' },
  )
  mount(getReport, async ({ params }) =>
    viewReport(parts, await parts.reports.byCode(typedCode(params.code))),
  )
  mount(objectToReportDecision, ({ params, body }) => objectToReport(parts, { ...params, ...body }), {
    limit: 'report',
  })
  mount(upholdReportDecision, ({ params, body }, { viewer }) =>
    upholdReport(parts, { ...params, ...body }, viewer),
  )
  mount(confirmReportAddress, async ({ body }) => {
    const id = readReportToken(parts, body.token)
    if (id === null) return refuse('accounts/token-invalid')
    await parts.reports.confirmEmail(id)
    const confirmed = await parts.reports.byId(id)
    // The decision may have come first.
    if (confirmed !== null) await tellReporter(parts, confirmed)
    return accept(null)
  })
  mount(getReportable, async ({ params, query }) => {
    const replyId = query.reply === undefined ? null : ReplyId.safeParse(query.reply).data
    const record = await parts.annotations.byId(params.annotationId)
    if (replyId === undefined || record === null) return refuse('annotations/unknown')
    const written = writtenIn(record, { annotationId: record._id, replyId })
    const document = await parts.documentLink(record.documentId)
    if (!written || !document || !mayRead(publicSight, written)) return refuse('annotations/unknown')
    return accept({ documentTitle: document.title, documentSlug: document.slug, words: written.words })
  })
}

function mountSettings(mount: Mount, parts: ModerationParts): void {
  mount(getModerationSettings, async ({ params }, { viewer }) =>
    settingsPage(parts, params.processId, viewer),
  )
  mount(changeModerationSettings, async ({ params, body }, { viewer }) => {
    const page = await settingsPage(parts, params.processId, viewer)
    if (!page.ok) return page
    await parts.settings.change(params.processId, body)
    const at = parts.clock.now()
    const key = `settings:${params.processId}:${at.toISOString()}`
    const happening = { at, actorId: personIdOf(viewer), action: 'settings-changed', subject: null } as const
    await parts.auditLog.note({ key, ...happening, why: JSON.stringify(body).slice(0, 4_000) })
    return settingsPage(parts, params.processId, viewer)
  })
}

async function settingsPage(
  parts: ModerationParts,
  processId: ProcessId,
  viewer: Viewer,
): Promise<Result<ModerationSettingsPage>> {
  const refusal = may(viewer, 'annotation:moderate')
  if (refusal !== null) return refuse(refusal)
  const known = await parts.phasesOf(processId)
  if (known === null) return refuse('publishing/unknown-process')
  const phases = known.phases.map(({ key, title }) => ({ key: Slug.parse(key), title }))
  return accept({ phases, settings: await parts.settings.of(processId) })
}

const logPageSize = 100

function mountLog(mount: Mount, parts: ModerationParts): void {
  mount(getModerationLog, async ({ query }, { viewer }) => {
    const refusal = may(viewer, 'moderation:read-log')
    if (refusal !== null) return refuse(refusal)
    const rows = await parts.auditLog.before(query.before ?? null, logPageSize + 1)
    const shown = rows.slice(0, logPageSize)
    const names = await parts.readAuthors(shown.flatMap(({ actorId }) => actorId ?? []))
    const entries = shown.map(({ seq, at, actorId, action, annotationId, replyId, why }) => ({
      seq,
      at: at.toISOString(),
      by: (actorId && names.get(actorId)?.pseudonym) ?? null,
      action,
      subject: annotationId === null ? null : { annotationId, replyId },
      why,
    }))
    return accept({ entries, more: rows.length > logPageSize })
  })
  mount(getModerationNumbers, async ({ query }) =>
    accept(await countModeration(parts, query.year ?? parts.clock.now().getUTCFullYear())),
  )
}

/** The yearly numbers as a file. */
export function serveNumbers(parts: ModerationParts): Router {
  const router = Router()
  router.get('/berichte/moderation-:year.csv', async (request: Request, response: Response, next) => {
    const year = /^2\d{3}$/.test(String(request.params.year)) ? Number(request.params.year) : null
    if (year === null) return next()
    response.type('text/csv; charset=utf-8').attachment(`moderation-${year}.csv`)
    response.send(numbersAsCsv(await countModeration(parts, year)))
  })
  return router
}
