import { describe, expect, it } from 'vitest'
import { isPseudonymReadable } from './pseudonym.js'

describe('a pseudonym', () => {
  it.each(['Opa Werner', 'lena_2011', 'Bäckermeister K.', 'Ödön-Ærø', 'Людмила', 'محمد', '山田太郎', '42 ♥'])(
    'may be %s',
    name => expect(isPseudonymReadable(name)).toBe(true),
  )

  it.each([
    ['only invisible', '\u200b\u200b\u200b'],
    ['a name with something invisible', 'Heidi vom Hang\u200b'],
    ['turned around', 'a\u202egnal'],
    ['a lookalike with a Cyrillic letter', '\u041deidi vom Hang'],
    ['over two lines', 'Heidi\nvom Hang'],
    ['signs alone', '!!! ♥'],
    ['half a character', 'ab\ud800'],
  ])('may not be %s', (_what, name) => expect(isPseudonymReadable(name)).toBe(false))
})
