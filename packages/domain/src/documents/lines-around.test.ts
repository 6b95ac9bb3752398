import { describe, expect, it } from 'vitest'
import { linesAround } from './lines-around.js'

const then = ['Titel', 'Am Bahnhof fehlen Bänke.', 'Am Markt fehlen Bäume.', 'Der Rat entscheidet.'].join(
  '\n',
)
const around = (now: string[], words = 'fehlen Bäume') => {
  const start = then.indexOf(words)
  return linesAround(then, now.join('\n'), { start, end: start + words.length })
}

describe('the lines around a passage, then and now', () => {
  it('are the same where nothing changed near it', () => {
    const line = 'Am Markt fehlen Bäume.'
    expect(around(['Neu', 'Titel', 'Am Bahnhof fehlen Bänke.', line, 'Der Rat entscheidet.'])).toEqual({
      before: line,
      after: line,
    })
  })

  it('are what stands between the neighbours that stayed', () => {
    expect(
      around(['Titel', 'Am Bahnhof fehlen Bänke.', 'Am Markt stehen Bäume.', 'Neu.', 'Der Rat entscheidet.']),
    ).toEqual({ before: 'Am Markt fehlen Bäume.', after: 'Am Markt stehen Bäume.\nNeu.' })
  })

  it('are gone where the neighbours have closed up', () => {
    expect(around(['Titel', 'Am Bahnhof fehlen Bänke.', 'Der Rat entscheidet.'])).toEqual({
      before: 'Am Markt fehlen Bäume.',
      after: '',
    })
  })

  it('reach to the ends of the text where no neighbour stayed', () => {
    expect(around(['Titel', 'Anderes.'])).toEqual({
      before: 'Am Bahnhof fehlen Bänke.\nAm Markt fehlen Bäume.\nDer Rat entscheidet.',
      after: 'Anderes.',
    })
  })

  it('do not trust a line that stands there twice', () => {
    expect(around(['Titel', 'Der Rat entscheidet.', 'Der Rat entscheidet.'])).toEqual({
      before: 'Am Bahnhof fehlen Bänke.\nAm Markt fehlen Bäume.\nDer Rat entscheidet.',
      after: 'Der Rat entscheidet.\nDer Rat entscheidet.',
    })
  })

  it('are no answer in another text', () => {
    expect(around(Array.from({ length: 40 }, (_, number) => `Satz ${number}`))).toBeNull()
  })
})
