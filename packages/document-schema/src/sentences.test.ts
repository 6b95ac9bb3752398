import { expect, it } from 'vitest'
import { sentencesOf } from './sentences.js'

const texts = (text: string) => sentencesOf(text).map(sentence => sentence.text)

it.each<[string, string[]]>([
  ['Das ist gut. Das auch!', ['Das ist gut.', 'Das auch!']],
  ['Wer zahlt das? Die Stadt.', ['Wer zahlt das?', 'Die Stadt.']],
  ['Wege, z. B. am Bach, bleiben. Gut.', ['Wege, z. B. am Bach, bleiben.', 'Gut.']],
  ['Das kostet ca. 5 Mio. Euro, d. h. viel.', ['Das kostet ca. 5 Mio. Euro, d. h. viel.']],
  ['Am 3. März 2027 beginnt der Bau. Er dauert.', ['Am 3. März 2027 beginnt der Bau.', 'Er dauert.']],
  ['Siehe § 3 Abs. 2 BauGB. Ende.', ['Siehe § 3 Abs. 2 BauGB.', 'Ende.']],
  ['„Wir bauen.“ So Dr. Yılmaz.', ['„Wir bauen.“', 'So Dr. Yılmaz.']],
  ['Im Jahr 2027. Danach nicht.', ['Im Jahr 2027.', 'Danach nicht.']],
  ['Erste Zeile.\nZweite Zeile', ['Erste Zeile.', 'Zweite Zeile']],
  ['ohne Punkt', ['ohne Punkt']],
  ['  ', []],
  ['', []],
])('%j', (text, expected) => {
  expect(texts(text)).toEqual(expected)
})

it('gives offsets into the text, without the white space between sentences', () => {
  const text = '  Eins 👩🏽‍🌾.   Zwei.  '
  for (const sentence of sentencesOf(text)) {
    expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
  }
  expect(sentencesOf(text).map(({ start, end }) => [start, end])).toEqual([
    [2, 15],
    [18, 23],
  ])
})
