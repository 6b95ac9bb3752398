import { z } from 'zod'
import { AnnotationId } from '../kit/ids.js'

/**
 * Who can see who chose what. `open`: everybody. `confidential`: nobody, though the server knows. `secret`: not even
 * the server, once the vote is sealed: the link between person and ballot is destroyed then.
 */
export const Secrecy = z.enum(['open', 'confidential', 'secret'])
export type Secrecy = z.infer<typeof Secrecy>

export const OptionId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/)
  .brand('OptionId')
export type OptionId = z.infer<typeof OptionId>

/** What can be chosen, as it was when the vote was opened. `annotationIds` are the contributions it stands for. */
export const VoteOption = z.object({
  id: OptionId,
  label: z.string().trim().min(1).max(500),
  annotationIds: z.array(AnnotationId),
})
export type VoteOption = z.infer<typeof VoteOption>

/**
 * What one ballot may hold. A single choice is {most: 1, perOption: 1}, several choices {most: n, perOption: 1}, dots
 * {most: dots, perOption: dots on one option}.
 */
export const BallotRule = z.object({
  most: z.number().int().min(1).max(50),
  perOption: z.number().int().min(1).max(50),
})
export type BallotRule = z.infer<typeof BallotRule>

/** A vote as it was opened; one for each round of a step. */
export const Vote = z.object({
  rule: BallotRule,
  options: z.array(VoteOption).min(1).max(200),
  secrecy: Secrecy,
  /** Whether the tally stays with the server until the reveal. */
  hidden: z.boolean(),
})
export type Vote = z.infer<typeof Vote>

export const Choice = z.object({ optionId: OptionId, weight: z.number().int().min(1).max(50) })
export type Choice = z.infer<typeof Choice>

/** The whole choice of one person, never a difference. An empty one is an abstention. */
export const Choices = z.array(Choice).max(50)
export type Choices = z.infer<typeof Choices>

export const Tally = z.object({
  /** Sum of weights and number of ballots for each option, in the order of the options. */
  options: z.array(
    z.object({
      optionId: OptionId,
      weight: z.number().int().nonnegative(),
      voters: z.number().int().nonnegative(),
    }),
  ),
  /** Ballots, abstentions included. */
  cast: z.number().int().nonnegative(),
})
export type Tally = z.infer<typeof Tally>

/** A revealed vote with what is needed to trust it. */
export const VoteResult = z.object({
  tally: Tally,
  /** People who were admitted when the vote was sealed. */
  eligible: z.number().int().nonnegative(),
  /** Ballots that came after the seal and its grace, and were refused. */
  late: z.number().int().nonnegative(),
})
export type VoteResult = z.infer<typeof VoteResult>
