import { describe, expect, it } from 'vitest'
import { keysOf } from '../../platform/i18n/same-keys.js'
import { textsDe } from './de.js'
import { textsEn } from './en.js'

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect(keysOf(textsEn)).toEqual(keysOf(textsDe))
  })

  it('fill in the same values in both languages', () => {
    const holes = (texts: typeof textsDe | typeof textsEn) =>
      [...JSON.stringify(texts).matchAll(/\{\{(\w+)/g)].map(match => match[1]).sort()
    expect(holes(textsEn)).toEqual(holes(textsDe))
  })
})
