import { z } from 'zod'
import { bodyLimit } from '../annotations/annotation.js'
import { AnnotationKind } from '../annotations/kind.js'
import {
  AnnotationId,
  BlockId,
  CommandId,
  DocumentId,
  ParticipantId,
  StepId,
  WorkshopId,
} from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { DeviceKey, HallName } from './hall.js'

/** Longest contribution from a hall, in UTF-16 units: written on a phone, read on a wall. */
export const contributionLimit = 600

/** What somebody says in a gathering. `blockId` null means the whole document; `quote` are words of that block. */
const words = {
  documentId: DocumentId,
  blockId: BlockId.nullable(),
  quote: z.string().trim().min(1).max(2_000).nullable(),
  kind: AnnotationKind,
  body: z.string().trim().min(1).max(contributionLimit),
  /** The proposed wording, for kind `wording`; null otherwise. */
  replacement: z.string().trim().min(1).max(bodyLimit).nullable(),
}

/**
 * A contribution as the viewer may see it. Its id is that of the annotation which it becomes in its document; a
 * rehearsal makes none.
 */
export const Contribution = z.object({
  id: AnnotationId,
  /** Counts the contributions of a workshop from 1 without gaps. */
  seq: z.number().int().positive(),
  stepId: StepId,
  ...words,
  /** Null for those who may not see who it is from. */
  author: z.object({ participantId: ParticipantId, name: HallName }).nullable(),
  at: Moment,
})
export type Contribution = z.infer<typeof Contribution>

export const MakeContribution = z.object({
  workshopId: WorkshopId,
  key: DeviceKey,
  commandId: CommandId,
  stepId: StepId,
  ...words,
})
export type MakeContribution = z.infer<typeof MakeContribution>

/** A card or spoken words, typed in by somebody of the crew for somebody who has no device. */
export const TypeCard = z.object({ commandId: CommandId, stepId: StepId, ...words })
export type TypeCard = z.infer<typeof TypeCard>

/** Whoever asks: a seat or a projector by its key, the crew by their session. */
export const ReadContributions = z.object({
  workshopId: WorkshopId,
  key: DeviceKey.nullable(),
  /** Number of the last one that is known; 0 for none. */
  after: z.number().int().nonnegative(),
})
export type ReadContributions = z.infer<typeof ReadContributions>

/**
 * Those behind a number that the viewer may see, oldest first. Of a gathering in which everybody thinks alone first these
 * are their own until its reveal; after a reveal one asks again from 0.
 */
export const Contributions = z.object({
  contributions: z.array(Contribution),
  /** Number of the last one that was looked at, whether it may be seen or not. */
  upTo: z.number().int().nonnegative(),
  /** How many there are in each gathering, seen or not. */
  counts: z.array(z.object({ stepId: StepId, count: z.number().int().nonnegative() })),
})
export type Contributions = z.infer<typeof Contributions>
