import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type {
  DecideModeration,
  ModerationDecision,
} from '@randnotiz/contract/annotations/moderation/decision'
import { followModeration } from '@randnotiz/contract/annotations/moderation/messages'
import type { ReportContribution, ReportReceipt } from '@randnotiz/contract/annotations/moderation/report'
import { type ModerationDecisionId, UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { Router } from 'express'
import type { Connection } from 'mongoose'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import type { Scheduler } from '../../../platform/schedule/scheduler.js'
import type { ChangeFeed } from '../change-feed.js'
import type { AnnotationStore } from '../storage/annotation-store.js'
import type { Publications } from '../storage/publications.js'
import { carryOut, moderatorsRoom } from './carry-out.js'
import { carryOutReportObjection } from './carry-out-report-objection.js'
import { decideModeration } from './deeds/decide-moderation.js'
import { liftHidden } from './deeds/lift-hidden.js'
import { objectToDecision } from './deeds/object-to-decision.js'
import { type Reporter, reportContribution } from './deeds/report-contribution.js'
import { mountModeration, serveNumbers } from './http.js'
import { type JudgeArrival, judgeArrival } from './judge-arrival.js'
import { type JudgeEdit, judgeEdit } from './judge-edit.js'
import type { ModerationDeps, ModerationParts } from './parts.js'
import { AuditLog } from './storage/audit-log.js'
import { DecisionStore } from './storage/decision-store.js'
import { moderationModels } from './storage/models.js'
import { ReportStore } from './storage/report-store.js'
import { SettingsStore } from './storage/settings-store.js'
import { tellAboutHeld } from './tell-about-held.js'

export type { ModerationDeps } from './parts.js'

/** The door to moderation within annotations. */
export type Moderation = {
  /** What becomes of words that arrive. */
  judge: JudgeArrival
  /** What becomes of words that their author changes. */
  judgeEdit: JudgeEdit
  /** Tells the authors of what is held, and notes it; for every change in the feed. */
  tellAboutHeld: ReturnType<typeof tellAboutHeld>
  /** The deeds themselves, for whoever stands for a person: the demo does. */
  decide(command: DecideModeration, viewer: Viewer): Promise<Result<ModerationDecision>>
  object(
    objecting: { decisionId: ModerationDecisionId; text: string },
    viewer: Viewer,
  ): Promise<Result<ModerationDecision>>
  report(command: ReportContribution, reporter: Reporter): Promise<Result<ReportReceipt>>
  mount(mount: Mount): void
  files: Router
  /** Finishes what a crash has interrupted. */
  finish(): Promise<void>
  close(): void
}

export type ModerationOpening = ModerationDeps & {
  connection: Connection
  annotations: AnnotationStore
  publications: Publications
  feed: ChangeFeed
  scheduler: Scheduler
}

const liftEveryMs = 5 * 60_000

export function openModeration(opening: ModerationOpening): Moderation {
  const models = moderationModels(opening.connection)
  const parts: ModerationParts = {
    ...opening,
    settings: new SettingsStore(models),
    reports: new ReportStore(models),
    decisions: new DecisionStore(models),
    auditLog: new AuditLog(models),
  }
  parts.realtime.handle(followModeration, async (_payload, caller) => {
    const refusal = may(caller.viewer, 'annotation:moderate')
    if (refusal !== null) return refuse(refusal)
    await caller.enter(moderatorsRoom)
    return accept(null)
  })
  const stopHearing = parts.events.on('accounts/merged', async ({ from, into }) => {
    const [guest, account] = [UserId.parse(from), UserId.parse(into)]
    await parts.decisions.changeAuthor(guest, account)
    await parts.reports.changePerson(guest, account)
  })
  const stopForgetting = parts.events.on('accounts/erased', async ({ userId, address }) => {
    const person = UserId.parse(userId)
    await parts.decisions.forgetAuthor(person)
    await parts.reports.forgetPerson(person, address)
    await parts.auditLog.forgetPerson(person)
  })
  opening.scheduler.add({
    name: 'lift-hidden',
    next: after => new Date(after.getTime() + liftEveryMs),
    run: now => liftHidden(parts, now),
  })
  return {
    judge: judgeArrival(parts),
    judgeEdit: judgeEdit(parts),
    tellAboutHeld: tellAboutHeld(parts),
    decide: (command, viewer) => decideModeration(parts, command, viewer),
    object: (objecting, viewer) => objectToDecision(parts, objecting, viewer),
    report: (command, reporter) => reportContribution(parts, command, reporter),
    mount: mount => mountModeration(mount, parts),
    files: serveNumbers(parts),
    close: () => {
      stopHearing()
      stopForgetting()
    },
    finish: async () => {
      for (const decision of await parts.decisions.unfinished()) await carryOut(parts, decision)
      for (const report of await parts.reports.unfinished()) await carryOutReportObjection(parts, report)
    },
  }
}
