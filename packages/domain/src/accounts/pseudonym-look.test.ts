import { describe, expect, it } from 'vitest'
import { soundsOfficial } from './official-name.js'
import { pseudonymLook } from './pseudonym-look.js'

describe('two names look alike', () => {
  it.each([
    ['Jonas Wittekamp', 'J0nas  Wittekamp.'],
    ['Jonas Wittekamp', 'JONAS-WITTEKAMP'],
    ['Jonas Wittekamp', 'Jonás Wlttekamp'],
    ['Mira Aldinger', 'M1ra A|dinger'],
    ['Opa', 'Ора'],
  ])('%s and %s', (one, other) => expect(pseudonymLook(other)).toBe(pseudonymLook(one)))

  it.each([
    ['Opa Werner', 'Oma Werner'],
    ['lena_2011', 'lena_2012'],
    ['♥♥', '☃☃'],
  ])('but not %s and %s', (one, other) => expect(pseudonymLook(other)).not.toBe(pseudonymLook(one)))
})

describe('a name', () => {
  it.each(['Stadt Detmold', 'die Redaktion', 'ADMIN', 'Bürgermeister Müller', 'Team Randnotiz'])(
    'of an office is %s',
    name => expect(soundsOfficial(name)).toBe(true),
  )
  it.each(['Stadtmaus', 'Bäckermeister K.', 'Mama von drei', 'Ratlos im Norden', 'Adminchen'])(
    'of a citizen is %s',
    name => expect(soundsOfficial(name)).toBe(false),
  )
})
