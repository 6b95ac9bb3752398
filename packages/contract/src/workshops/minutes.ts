import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { DocumentId, GroupId, Slug, StepId, WorkshopId } from '../kit/ids.js'
import { LocalizedText, Moment } from '../kit/wire-values.js'
import { Contribution } from './contributions.js'
import { AgendaLine } from './hall.js'
import { WorkshopOutcome } from './outcome.js'
import { Admission, Round, SessionPhase } from './session.js'

/** What is worth knowing about how a session went, beside its results. */
export const Incident = z.object({
  at: Moment,
  what: z.enum([
    'paused',
    'resumed',
    'controlPassed',
    'controlTaken',
    'stepReopened',
    'stepSkipped',
    'stepInserted',
    'heldBack',
    'letThrough',
  ]),
  /** The step it is about, where it is about one. */
  title: z.string().nullable(),
  /** Why something was held back. */
  reason: z.string().nullable(),
})
export type Incident = z.infer<typeof Incident>

/** A step as it went. Minutes are whole; the actual ones are null for a step that never ran. */
export const StepMinutes = z.object({
  id: StepId,
  title: z.string(),
  kind: AgendaLine.shape.kind,
  question: z.string().nullable(),
  state: AgendaLine.shape.state,
  plannedMinutes: z.number().int(),
  actualMinutes: z.number().int().nonnegative().nullable(),
  /** The words it was about, as they stand now; null for a whole document or none. */
  passage: z.object({ document: LocalizedText, words: z.string() }).nullable(),
  rounds: z.array(Round),
  groups: z.array(z.object({ id: GroupId, title: z.string(), contributions: z.array(Contribution) })),
  /** What was said in it, without what is held back. Never with names. */
  contributions: z.array(Contribution),
  heldBack: z.number().int().nonnegative(),
  /** Those whose words were taken back, or hidden at their text, since. */
  gone: z.number().int().nonnegative(),
  conclusion: z.string().nullable(),
})
export type StepMinutes = z.infer<typeof StepMinutes>

/** `changedAt` is set where it was written or changed after the workshop was over. */
export const OutcomeMinutes = WorkshopOutcome.extend({ changedAt: Moment.nullable() })
export type OutcomeMinutes = z.infer<typeof OutcomeMinutes>

/**
 * The minutes of a session, told from its log. `final` once it is over: from then on only outcomes change, and each says
 * when. Words that were taken back or hidden at their text since are gone from here too.
 */
export const Minutes = z.object({
  workshopId: WorkshopId,
  title: z.string(),
  place: z.string(),
  phase: SessionPhase,
  final: z.boolean(),
  rehearsal: z.boolean(),
  admission: Admission,
  begunAt: Moment.nullable(),
  endedAt: Moment.nullable(),
  /** People who were let in. */
  participants: z.number().int().nonnegative(),
  /** Devices that tables share, and how many of those people sit at them. */
  tables: z.object({ devices: z.number().int(), people: z.number().int() }),
  /** How many of them have contributed, and how many contributions there were, held back or not. */
  contributors: z.number().int().nonnegative(),
  contributed: z.number().int().nonnegative(),
  documents: z.array(
    z.object({
      id: DocumentId,
      slug: Slug,
      title: LocalizedText,
      /** The last release before it began; null when there was none. */
      release: z.number().int().positive().nullable(),
    }),
  ),
  steps: z.array(StepMinutes),
  /** How many have spoken how often, without names. */
  speaking: z.object({ people: z.number().int(), turns: z.number().int(), minutes: z.number().int() }),
  incidents: z.array(Incident),
  outcomes: z.array(OutcomeMinutes),
})
export type Minutes = z.infer<typeof Minutes>

/** For the crew at any time, for everybody once they are published. */
export const getMinutes = endpoint({
  name: 'getMinutes',
  method: 'GET',
  path: '/api/workshops/:workshopId/minutes',
  params: z.object({ workshopId: WorkshopId }),
  response: Minutes,
})
