import { z } from 'zod'

/** Ways that end on a desk of the city, where staff type in what came. */
export const IntakeChannel = z.enum(['letter', 'mail', 'oral', 'card'])
export type IntakeChannel = z.infer<typeof IntakeChannel>

/**
 * The way by which a contribution came: written here, said in a workshop, typed in by staff from a letter, a mail, what
 * somebody said or a paper card, or taken over from another system; see `domain/annotations/channel`.
 */
export const Channel = z.enum(['online', 'workshop', ...IntakeChannel.options, 'import'])
export type Channel = z.infer<typeof Channel>

/** What everybody may know of a contribution that was typed in: how it came, and on which day. */
export const Received = z.object({ channel: IntakeChannel, on: z.iso.date() })
export type Received = z.infer<typeof Received>
