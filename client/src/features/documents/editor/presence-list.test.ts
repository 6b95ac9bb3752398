import { describe, expect, it } from 'vitest'
import { initialsOf } from './presence-list.js'

describe('initialsOf', () => {
  it.each([
    ['Jonas Weber', 'JW'],
    ['anna', 'AN'],
    ['Fachstelle Digitales Detmold', 'FD'],
    ['Ö', 'Ö'],
    ['🚲 Rad', '🚲R'],
  ])('%s is %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
})
