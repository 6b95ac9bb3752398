import { expect, it } from 'vitest'
import { emptyNews, judgeNews, textsFrom, typedNews } from './typed-news.js'

const german = { ...emptyNews, headline: 'Termin', body: 'Am Montag.' }

it('needs German words, and English ones wholly or not at all', () => {
  expect(judgeNews(emptyNews)).toMatchObject({ headline: 'missing', body: 'missing', englishBody: null })
  expect(Object.values(judgeNews(german)).every(mistake => mistake === null)).toBe(true)
  expect(judgeNews({ ...german, englishHeadline: 'Date' })).toMatchObject({ englishBody: 'bothOrNone' })
  expect(judgeNews({ ...german, englishBody: 'On Monday.' })).toMatchObject({
    englishHeadline: 'bothOrNone',
  })
})

it('gives back what it was given', () => {
  for (const typed of [german, { ...german, englishHeadline: 'Date', englishBody: 'On Monday.' }])
    expect(typedNews(textsFrom(typed))).toEqual(typed)
})
