import { refusalCodes } from '@randnotiz/contract/kit/refusals'
import { describe, expect, it } from 'vitest'
import { refusalText } from './refusal-text.js'
import { refusalTextsDe } from './refusal-texts.de.js'
import { refusalTextsEn } from './refusal-texts.en.js'

const languages = { de: refusalTextsDe, en: refusalTextsEn }

describe.each(Object.entries(languages))('refusals in %s', (_, texts) => {
  it('has a sentence for every code of the contract, and no other', () => {
    expect(Object.keys(texts).sort()).toEqual([...refusalCodes].sort())
  })

  it('says it in short, whole sentences without codes and jargon', () => {
    for (const sentence of Object.values(texts)) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
      expect(sentence.length).toBeLessThan(130)
      expect(sentence).not.toMatch(/\b(error|fehler|ungültig|invalid|http|request\/|\d{3})\b/i)
    }
  })
})

describe('refusalText', () => {
  it('says how long to wait when the server does', () => {
    expect(refusalText({ code: 'request/too-many', retryAfter: 20 }, 'de')).toMatch(/in 20 Sekunden\.$/)
    expect(refusalText({ code: 'request/too-many', retryAfter: 1 }, 'en')).toMatch(/in one second\.$/)
  })
})
