import type { NewsTexts } from '@randnotiz/contract/publishing/news'

/** What stands in the fields of the form. */
export type TypedNews = { headline: string; body: string; englishHeadline: string; englishBody: string }

export const emptyNews: TypedNews = { headline: '', body: '', englishHeadline: '', englishBody: '' }

export function typedNews({ de, en }: NewsTexts): TypedNews {
  return {
    headline: de.headline,
    body: de.body,
    englishHeadline: en?.headline ?? '',
    englishBody: en?.body ?? '',
  }
}

const isEmpty = (text: string) => text.trim() === ''

/** What each field lacks: words, or the other half of the English version. */
export function judgeNews(typed: TypedNews): Record<keyof TypedNews, 'missing' | 'bothOrNone' | null> {
  const half = isEmpty(typed.englishHeadline) !== isEmpty(typed.englishBody)
  return {
    headline: isEmpty(typed.headline) ? 'missing' : null,
    body: isEmpty(typed.body) ? 'missing' : null,
    englishHeadline: half && isEmpty(typed.englishHeadline) ? 'bothOrNone' : null,
    englishBody: half && isEmpty(typed.englishBody) ? 'bothOrNone' : null,
  }
}

export function textsFrom({ headline, body, englishHeadline, englishBody }: TypedNews): NewsTexts {
  return {
    de: { headline, body },
    en: isEmpty(englishHeadline) ? null : { headline: englishHeadline, body: englishBody },
  }
}
