import { z } from 'zod'
import { Slug } from '../../kit/ids.js'
import { LocalizedText } from '../../kit/wire-values.js'
import { HouseRule } from '../publication.js'

/** Whether moderators read contributions before everybody else does, or afterwards. */
export const ModerationTime = z.enum(['before', 'after'])
export type ModerationTime = z.infer<typeof ModerationTime>

const word = z.string().trim().min(2).max(80)

/** Reasons that staff have written once and use often; `rule` is the house rule it is usually about. */
export const TextBlock = z.object({
  id: Slug,
  rule: HouseRule,
  title: z.string().trim().min(1).max(120),
  text: z.object({ de: z.string().trim().min(1).max(2_000), en: z.string().trim().min(1).max(2_000) }),
})
export type TextBlock = z.infer<typeof TextBlock>

/** How a process is moderated; staff change it while the process runs. */
export const ModerationSettings = z.object({
  /** By the key of a phase; phases that are not named are moderated afterwards. */
  phases: z.record(Slug, ModerationTime),
  /** More links than this are looked at first; null for any number. */
  linksAllowed: z.number().int().min(0).max(50).nullable(),
  /** Contributions with one of these words are looked at first, however they are written. */
  words: z.array(word).max(500),
  /** More contributions than this by one person in so many minutes are looked at first; null for any number. */
  rate: z
    .object({ count: z.number().int().min(1).max(100), minutes: z.number().int().min(1).max(1_440) })
    .nullable(),
  /** A person's first contribution is looked at first. */
  holdFirst: z.boolean(),
  textBlocks: z.array(TextBlock).max(100),
})
export type ModerationSettings = z.infer<typeof ModerationSettings>

/** The settings of a process, with its phases to choose for. */
export const ModerationSettingsPage = z.object({
  phases: z.array(z.object({ key: Slug, title: LocalizedText })),
  settings: ModerationSettings,
})
export type ModerationSettingsPage = z.infer<typeof ModerationSettingsPage>
