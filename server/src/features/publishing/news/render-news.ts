import type { NewsId } from '@randnotiz/contract/kit/ids'
import type { LocalizedNews, NewsText, NewsTexts, NewsWords } from '@randnotiz/contract/publishing/news'
import { teaserOf } from '@randnotiz/domain/publishing/teaser'
import type { TextThread } from '../texts/text-thread.js'

/** What staff wrote, as it is read. `seed` keeps the ids of blocks apart where several items stand on one page. */
export async function renderNews(
  texts: TextThread,
  { de, en }: NewsTexts,
  seed: NewsId | 'preview',
): Promise<LocalizedNews> {
  return {
    de: await render(texts, de, `news ${seed} de`),
    en: en && (await render(texts, en, `news ${seed} en`)),
  }
}

async function render(texts: TextThread, { headline, body }: NewsText, seed: string): Promise<NewsWords> {
  const { html, text } = await texts.composeMarkdown(underHeadline(body), seed)
  return { headline, teaser: teaserOf(text), html }
}

/** The headline is the heading above all others: those in the body begin one level below it. */
const underHeadline = (markdown: string) =>
  markdown.replace(/^(#{1,4})(?=\s)/gm, (_all, signs: string) => '#'.repeat(Math.min(4, signs.length + 1)))
