import { z } from 'zod'
import { BlockId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'

/** Staff took a proposal as it was, only some of its changes, or in other words. */
export const Acceptance = z.enum(['whole', 'partly', 'changed'])
export type Acceptance = z.infer<typeof Acceptance>

/**
 * `before` stood in the text and `after` stands there since `at`; `blockIds` are the blocks that were changed. That later
 * edits may change the passage again is no change of this.
 */
export const AcceptedWording = z.object({
  status: z.literal('accepted'),
  acceptance: Acceptance,
  before: z.string(),
  after: z.string(),
  blockIds: z.array(BlockId),
  at: Moment,
})

/** What became of a proposed wording. */
export const Proposal = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open') }),
  AcceptedWording,
])
export type Proposal = z.infer<typeof Proposal>
