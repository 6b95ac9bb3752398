import { describe, expect, it } from 'vitest'
import { refusalTextsDe } from '../../platform/refusal-texts.de.js'
import { refusalTextsEn } from '../../platform/refusal-texts.en.js'
import { textsDe } from './de.js'
import { textsEn } from './en.js'

/** Each text of the surface by its address, e.g. `annotations.place.exact.why`. */
function textsIn(value: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('.'), value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]))
}

/** Where people are told how something stands or why it cannot be. */
const statuses =
  /^(refusals\.|annotations\.(place|publication|holdReason|mistake|mine|support|participation)\.|annotations\.own\.(waiting|refused)|moderation\.(objection|report)\.(open|acted|notActed|objected|upheld|reversed|objectionUpheld|confirmed|sent)|reader\.live\.\w+Explained|app\.outage)/

const languages = {
  de: textsIn({ ...textsDe, refusals: refusalTextsDe }),
  en: textsIn({ ...textsEn, refusals: refusalTextsEn }),
}

/** Words of those who build it. */
const jargon = {
  de: /\b(Server|Request|Response|Error|Exception|Session|Cache|Token|Socket|Backend|Frontend|Timeout|ungültig|fehlgeschlagen|Fehlercode|HTTP|JavaScript aktivieren|Datenbank|Update|User)\b/i,
  en: /\b(server|request|response|exception|session|cache|token|socket|backend|frontend|timeout|invalid|failed|error code|HTTP|database|user)\b/i,
}

/** Pages for people who run the product or read its interfaces speak of such things on purpose. */
const forExperts = /^(legal|exchange|settings|textImport|workshops|notices\.outbox)\./

describe.each(['de', 'en'] as const)('texts in %s', language => {
  const texts = languages[language]
  const told = texts.filter(([address]) => statuses.test(address))

  it('tell how things stand in many places', () => {
    expect(told.length).toBeGreaterThan(120)
  })

  it.each(told)('%s: %s', (_address, text) => {
    expect(text.length, 'longer than one breath').toBeLessThanOrEqual(145)
    expect(text, 'begins like a sentence').toMatch(/^[\p{Lu}„“"{]/u)
    if (/[a-zäöüß]{2}[.;] |\.$/.test(text)) expect(text, 'ends like a sentence').toMatch(/[.?…:]$|\)\.?$/)
    expect(text, 'shouts').not.toMatch(/!|\b[A-ZÄÖÜ]{6,}\b/)
  })

  it('speak the language of people, not of those who built it', () => {
    const found = texts.filter(([address, text]) => !forExperts.test(address) && jargon[language].test(text))
    expect(found).toEqual([])
  })

  it('end each sentence, where there is more than one', () => {
    const cut = texts.filter(([, text]) => /[a-zäöüß]{2}\. \p{Lu}/u.test(text) && !/[.?!…:“”)}]$/.test(text))
    expect(cut).toEqual([])
  })
})

it('German texts say Sie, never du', () => {
  const familiar = languages.de.filter(([, text]) =>
    /\b(du|dich|dir|dein\w*|euch|euer\w*|eure\w*)\b/i.test(text),
  )
  expect(familiar).toEqual([])
})

it('every refusal is a sentence in both languages', () => {
  for (const text of [...Object.values(refusalTextsDe), ...Object.values(refusalTextsEn)])
    expect(text).toMatch(/^\p{Lu}.*[.?]$/u)
})
