import { describe, expect, it } from 'vitest'
import { confirmCrdt } from './confirm-crdt.js'
import { describePassage } from './describe-passage.js'
import { type Anchor, PassageResolver, resolvePassage } from './resolve.js'

const paragraphs = [
  'Die Stadt prüft bis zum Sommer, wo Fahrräder sicher abgestellt werden können.',
  'Am Bahnhof fehlen Bänke, am Markt fehlen Bäume, und auf dem Weg dazwischen fehlt beides.',
  'Bürgerinnen und Bürger können jeden Absatz kommentieren; jede Anmerkung bekommt eine Antwort.',
  'Der Rat entscheidet im Herbst über die erste Fassung. Danach wird sie jedes Jahr fortgeschrieben.',
]
const origin = paragraphs.join('\n')

function anchorAt(exact: string, text = origin): Anchor {
  const start = text.indexOf(exact)
  const range = { start, end: start + exact.length }
  return { quote: describePassage(text, range), range, text }
}

function found(anchor: Anchor, current: string) {
  const resolved = resolvePassage(anchor, current)
  return resolved.status === 'orphaned'
    ? resolved
    : { ...resolved, words: current.slice(resolved.range.start, resolved.range.end) }
}

describe('the ladder', () => {
  it('believes a CRDT range whose words and surroundings are right', () => {
    const anchor = anchorAt('fehlen Bäume')
    const current = `Neu.\n${origin}`
    const crdt = { start: anchor.range.start + 5, end: anchor.range.end + 5 }
    expect(new PassageResolver(current).resolve(anchor, { crdt })).toEqual({
      status: 'exact',
      range: crdt,
      method: 'crdt',
      confidence: 1,
    })
  })

  it('trusts the map more than a living CRDT range on the wrong words', () => {
    const current = origin.replace('Am Bahnhof', 'Am Bahnhof im Süden')
    const crdt = { start: 0, end: 9 }
    const resolved = new PassageResolver(current).resolve(anchorAt('fehlen Bäume'), { crdt })
    expect(resolved).toMatchObject({ status: 'exact', method: 'version-map' })
  })

  it('follows a passage through edits beside and inside it', () => {
    const current = origin.replace('Am Bahnhof fehlen Bänke', 'Am neuen Bahnhof fehlen bequeme Bänke')
    expect(found(anchorAt('fehlen Bäume'), current)).toMatchObject({ status: 'exact', words: 'fehlen Bäume' })
    expect(found(anchorAt('Bahnhof fehlen Bänke, am Markt'), current)).toMatchObject({
      status: 'changed',
      words: 'Bahnhof fehlen bequeme Bänke, am Markt',
    })
  })

  it('calls typography no change', () => {
    const current = origin.replace('Bänke, am Markt', 'Ba\u0308n\u00adke,\u00a0am  Markt')
    expect(found(anchorAt('fehlen Bänke, am Markt'), current)).toMatchObject({ status: 'exact' })
  })

  it('goes along with a moved paragraph', () => {
    const [first, second, third, fourth] = paragraphs
    const current = [first, third, fourth, second].join('\n')
    expect(found(anchorAt('am Markt fehlen Bäume'), current)).toMatchObject({
      words: 'am Markt fehlen Bäume',
    })
  })

  it('orphans a deleted passage, though the same words stand elsewhere', () => {
    const text = `${origin}\nAuch im Norden fehlen Bäume.`
    const current = text.replace(`${paragraphs[1]}\n`, '')
    expect(found(anchorAt('fehlen Bäume', text), current)).toEqual({ status: 'orphaned' })
  })

  it('heals when the passage comes back', () => {
    const without = origin.replace(`${paragraphs[1]}\n`, '')
    const anchor = anchorAt('am Markt fehlen Bäume')
    expect(found(anchor, without)).toEqual({ status: 'orphaned' })
    expect(found(anchor, origin)).toMatchObject({ status: 'exact', words: 'am Markt fehlen Bäume' })
  })

  it('asks the text of the last find when the own version leads nowhere', () => {
    const anchor = anchorAt('fehlen Bäume')
    const between = 'Heute wächst in der Mitte zu wenig Grün, darum pflanzt die Stadt zwölf Linden am Platz.'
    const last = { text: between, range: { start: 13, end: 39 } }
    const current = `Vorwort.\n${between}`
    const resolved = new PassageResolver(current).resolve(anchor, { last })
    expect(resolved).toMatchObject({
      status: 'changed',
      method: 'version-map',
      range: { start: 22, end: 48 },
    })
  })

  it('only suggests a long quote that is found once in a foreign text', () => {
    const anchor = anchorAt('jede Anmerkung bekommt eine Antwort')
    const current = 'Ein anderes Papier: jede Anmerkung bekommt eine Antwort, steht hier auch.'
    expect(found(anchor, current)).toMatchObject({
      status: 'suggested',
      method: 'unique-quote',
      words: 'jede Anmerkung bekommt eine Antwort',
    })
  })
})

describe('what is only suggested', () => {
  it('the little that is left of a passage between its own neighbours', () => {
    const current = origin.replace('am Markt fehlen', 'fehlen')
    expect(found(anchorAt('am Markt fehlen Bäume'), current)).toMatchObject({
      status: 'suggested',
      words: 'fehlen Bäume',
    })
  })

  const list = [
    'Linden an der Allee werden im Frühjahr geschnitten.',
    'Bänke am Ufer werden im Sommer gestrichen.',
    'Brunnen am Platz werden im Herbst geleert.',
    'Wege im Park werden im Winter geräumt.',
  ].join('\n')

  it('a line that may as well be its neighbour, reworded', () => {
    const current = list
      .replace('Bänke am Ufer werden im Sommer gestrichen.\n', '')
      .replace('Brunnen am Platz werden im Herbst geleert', 'Brunnen am Ufer werden im Sommer gereinigt')
    expect(found(anchorAt('im Sommer gestrichen', list), current)).toMatchObject({ status: 'suggested' })
  })

  it('but not a line that was reworded while its neighbours stayed, or were merged with it', () => {
    const reworded = list.replace('im Sommer gestrichen', 'im Sommer abgeschliffen')
    expect(found(anchorAt('Bänke am Ufer werden im Sommer', list), reworded)).toMatchObject({
      status: 'exact',
    })
    const merged = list.replace('gestrichen.\n', 'gestrichen. ')
    expect(found(anchorAt('im Sommer gestrichen', list), merged)).toMatchObject({ status: 'exact' })
  })
})

describe('a quote without its version', () => {
  const withoutText = (exact: string): Anchor => ({ ...anchorAt(exact), text: null })

  it('is found by its words and its context', () => {
    const current = `Vorwort\n${origin}\nAuch im Norden fehlen Bäume.`
    const resolved = found(withoutText('fehlen Bäume'), current)
    expect(resolved).toMatchObject({ status: 'exact', method: 'quote' })
    expect(resolved).toMatchObject({ range: { start: origin.indexOf('fehlen Bäume') + 8 } })
  })

  it('is found with small differences when it is long enough', () => {
    const current = origin.replace('jeden Absatz kommentieren', 'jeden Abschnitt kommentieren')
    expect(found(withoutText('jeden Absatz kommentieren'), current)).toMatchObject({
      status: 'changed',
      method: 'quote',
      words: 'jeden Abschnitt kommentieren',
    })
    expect(found(withoutText('jeden Absatz'), current)).toEqual({ status: 'orphaned' })
  })

  it('is an orphan when its context does not fit', () => {
    expect(found(withoutText('fehlen Bäume'), 'Auch im Norden fehlen Bäume.')).toEqual({ status: 'orphaned' })
  })
})

describe('a living CRDT range is no proof', () => {
  it('on a short phrase whose surroundings are another paragraph’s', () => {
    const text = 'Die Verwaltung prüft den Antrag sorgfältig.\nDer Ausschuss lehnt den Antrag heute ab.'
    const quote = anchorAt('den Antrag', text).quote
    const second = text.lastIndexOf('den Antrag')
    expect(confirmCrdt(quote, text, { start: 21, end: 31 })).toBe(true)
    expect(confirmCrdt(quote, text.slice(44), { start: second - 44, end: second - 34 })).toBe(false)
  })

  it('where only the paragraph before it stayed', () => {
    const before = `${paragraphs[0]} ${paragraphs[2]}\n`
    const text = `${before}Die Verwaltung prüft den Antrag sorgfältig.\nDer Ausschuss lehnt den Antrag heute ab.`
    const { quote } = anchorAt('den Antrag', text)
    const current = `${before}Der Ausschuss lehnt den Antrag morgen ab.`
    const start = current.indexOf('den Antrag')
    expect(confirmCrdt(quote, current, { start, end: start + 10 })).toBe(false)
  })

  it('but is one where something was typed a little further away', () => {
    const { quote } = anchorAt('fehlen Bäume')
    const current = origin
      .replace('Am Bahnhof', 'Schon immer: Am alten Bahnhof')
      .replace('und auf dem Weg', 'und auf')
    const start = current.indexOf('fehlen Bäume')
    expect(confirmCrdt(quote, current, { start, end: start + 12 })).toBe(true)
  })

  it('never outside the text', () => {
    expect(confirmCrdt(anchorAt('fehlen Bäume').quote, 'kurz', { start: 2, end: 14 })).toBe(false)
  })
})
