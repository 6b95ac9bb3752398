import { z } from 'zod'
import { Pseudonym } from '../../accounts/viewer.js'
import { Moment } from '../../kit/wire-values.js'
import { ModerationSubject } from './subject.js'

export const LogAction = z.enum([
  'held',
  'approved',
  'hidden',
  'restored',
  'lifted',
  'reported',
  'objected',
  'report-objected',
  'report-objection-upheld',
  'report-objection-reversed',
  'objection-upheld',
  'objection-reversed',
  'settings-changed',
])
export type LogAction = z.infer<typeof LogAction>

/** Who did what, when and why. Entries are only ever added. */
export const LogEntry = z.object({
  seq: z.number().int().positive(),
  at: Moment,
  /** Null for whatever no person did: a rule, a date that came, somebody without an account. */
  by: Pseudonym.nullable(),
  action: LogAction,
  subject: ModerationSubject.nullable(),
  why: z.string(),
})
export type LogEntry = z.infer<typeof LogEntry>

/** The newest first. Ask again with the lowest number as `before` until `more` is false. */
export const LogPage = z.object({ entries: z.array(LogEntry), more: z.boolean() })
export type LogPage = z.infer<typeof LogPage>
