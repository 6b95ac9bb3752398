import { z } from 'zod'
import { CommandId, NewsId, Slug } from '../kit/ids.js'
import { LocalizedText, Moment } from '../kit/wire-values.js'

/** Longest news item, in UTF-16 units of its Markdown. */
export const newsLimit = 10_000

export const Headline = z.string().trim().min(1).max(160)

/** What staff write: a headline, and a body in the Markdown of `document-schema/markdown`. */
export const NewsText = z.object({ headline: Headline, body: z.string().trim().min(1).max(newsLimit) })
export type NewsText = z.infer<typeof NewsText>

/** German always; English where somebody has written it. */
export const NewsTexts = z.object({ de: NewsText, en: NewsText.nullable() })
export type NewsTexts = z.infer<typeof NewsTexts>

/** The same to be read: the first words for lists, and HTML that our own table of tags made. */
export const NewsWords = z.object({ headline: z.string(), teaser: z.string(), html: z.string() })
export type NewsWords = z.infer<typeof NewsWords>

export const LocalizedNews = z.object({ de: NewsWords, en: NewsWords.nullable() })
export type LocalizedNews = z.infer<typeof LocalizedNews>

/** Why something public is public no more; nobody takes words back in silence. */
export const WithdrawalNote = z.object({
  de: z.string().trim().min(1).max(500),
  en: z.string().trim().max(500),
})

/** The moves are in `domain/publishing/news`. `changedAt` is null for as first published. */
export const NewsState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('draft') }),
  z.object({ state: z.literal('scheduled'), publishAt: Moment }),
  z.object({ state: z.literal('published'), publishedAt: Moment, changedAt: Moment.nullable() }),
  z.object({
    state: z.literal('withdrawn'),
    publishedAt: Moment,
    withdrawnAt: Moment,
    note: WithdrawalNote,
  }),
])
export type NewsState = z.infer<typeof NewsState>

/** A news item as staff see it. `edition` counts its changes from 1. */
export const NewsDraft = z.object({
  id: NewsId,
  texts: NewsTexts,
  state: NewsState,
  edition: z.number().int().positive(),
  editedAt: Moment,
})
export type NewsDraft = z.infer<typeof NewsDraft>

/** A news item as everybody sees it. What was withdrawn keeps its address, its headline and the reason. */
export const PublicNews = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('published'),
    id: NewsId,
    words: LocalizedNews,
    publishedAt: Moment,
    changedAt: Moment.nullable(),
  }),
  z.object({
    state: z.literal('withdrawn'),
    id: NewsId,
    headline: LocalizedText,
    note: LocalizedText,
    publishedAt: Moment,
    withdrawnAt: Moment,
  }),
])
export type PublicNews = z.infer<typeof PublicNews>

export const ProcessLink = z.object({ slug: Slug, title: LocalizedText })
export type ProcessLink = z.infer<typeof ProcessLink>

export const newsPageSize = 10

/** The newest first. `next` is where the list goes on, null at its end. */
export const NewsPage = z.object({
  process: ProcessLink,
  items: z.array(PublicNews),
  next: NewsId.nullable(),
})
export type NewsPage = z.infer<typeof NewsPage>

/** What becomes of a news item. */
export const NewsMove = z.discriminatedUnion('move', [
  z.object({ move: z.literal('publish') }),
  z.object({ move: z.literal('schedule'), publishAt: Moment }),
  z.object({ move: z.literal('unschedule') }),
  z.object({ move: z.literal('withdraw'), note: WithdrawalNote }),
])
export type NewsMove = z.infer<typeof NewsMove>

/** Whoever changes something says which edition they had before their eyes. Carried out once for each command id. */
export const NewsChange = { commandId: CommandId, edition: z.number().int().positive() }
