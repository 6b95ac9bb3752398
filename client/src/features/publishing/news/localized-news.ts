import type { Language } from '@randnotiz/contract/kit/wire-values'
import type { LocalizedNews, NewsWords } from '@randnotiz/contract/publishing/news'

/** News in the language of the page, or in German where nobody has translated it. */
export function wordsIn(
  { de, en }: LocalizedNews,
  language: Language,
): { words: NewsWords; language: Language } {
  return language === 'en' && en !== null ? { words: en, language: 'en' } : { words: de, language: 'de' }
}
