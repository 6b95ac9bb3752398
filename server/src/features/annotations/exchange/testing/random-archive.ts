/**
 * Archives with every kind of thing that a contribution can have, made from a seed: every kind, passages of the present
 * text, of an older one, of one of which only an excerpt is known, none at all; guided words, accepted proposals, support,
 * edits, decisions of the staff, replies, and whatever state of publication.
 */
import { createHash } from 'node:crypto'
import { describePassage } from '@randnotiz/anchoring'
import {
  type WebAnnotation,
  WebAnnotationCollection,
  type WebContribution,
  type WebText,
  webAnnotationContexts,
} from '@randnotiz/contract/annotations/exchange/web-annotation'
import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import { StepId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { codePointsOf, toCodePoints } from '@randnotiz/domain/annotations/exchange/code-points'

/** Numbers from 0 up to below 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Texts = { present: string; older: string }
type Known = WebText & { whole: string }

const site = 'https://stadt.example'
const names = ['Lerche', 'Amsel 🐦', 'Jonas Wittekamp', 'O’Neill-Çelik', 'N. N.']
const sayings = [
  'Ja.',
  'Zeile eins\nZeile „zwei“ <b>nicht fett</b>',
  '👩‍👩‍👧 und 🚲',
  'a & b < c',
  'ß und ẞ, Straße',
]
const since = '2024-02-03T04:05:06.000Z'
const states: readonly Publication[] = [
  {
    state: 'held',
    since,
    reasons: [
      { rule: 'links', links: 3 },
      { rule: 'words', words: ['Quatsch'] },
    ],
  },
  { state: 'held', since, reasons: [{ rule: 'phase' }, { rule: 'rate', count: 9, minutes: 5 }] },
  { state: 'hidden', since, rule: 'insult', duration: { lasts: 'until-edited' }, decisionId: null },
  {
    state: 'hidden',
    since,
    rule: 'off-topic',
    duration: { lasts: 'until', moment: '2031-01-01T00:00:00.000Z' },
    decisionId: null,
  },
  { state: 'hidden', since, rule: 'illegal', duration: { lasts: 'for-good' }, decisionId: null },
  { state: 'withdrawn', since },
]

export function randomArchive(random: () => number, { present, older }: Texts): WebAnnotationCollection {
  const below = (count: number) => Math.floor(random() * count)
  const one = <Thing>(things: readonly Thing[]): Thing => things[below(things.length)] as Thing
  const perhaps = <Thing>(share: number, make: () => Thing) => (random() < share ? make() : undefined)
  const words = () => `${one(sayings)} ${below(1_000)}`
  const moment = (year: number) => new Date(Date.UTC(year, below(12), 1 + below(28), below(24))).toISOString()
  const texts = [present, older].map(whole => textOf(whole, whole))
  let number = 0

  function passage() {
    const known = one(texts)
    const { whole } = known
    const start = below(whole.length - 60)
    const range = { start: fair(whole, start), end: fair(whole, start + 5 + below(50)) }
    return { known, range, quote: describePassage(whole, range) }
  }

  function written() {
    const state = perhaps(0.4, () => one(states))
    return {
      id: `${site}/a/${++number}`,
      type: 'Annotation' as const,
      created: moment(2023),
      creator: { type: 'Person' as const, name: one(names) },
      ...(random() < 0.3 ? { 'rn:official': true as const } : {}),
      ...(random() < 0.5 ? { 'rn:support': below(90) } : {}),
      ...(state === undefined ? {} : { 'rn:publication': state }),
    }
  }

  function target(): Pick<WebContribution, 'target'> {
    const source = `${site}/konzept`
    if (random() < 0.15) return { target: { type: 'SpecificResource', source } }
    const { known, range, quote } = passage()
    const { exact, prefix, suffix } = quote
    const sides = { ...(prefix === '' ? {} : { prefix }), ...(suffix === '' ? {} : { suffix }) }
    const selector = [{ type: 'TextQuoteSelector' as const, exact, ...sides }]
    if (random() < 0.2) return { target: { type: 'SpecificResource', source, selector } }
    const position = { type: 'TextPositionSelector' as const, ...counted(known.whole, range) }
    const state = { type: 'TimeState' as const, sourceDate: known.created, cached: known.id }
    const fingerprint = { 'rn:sha256': known['rn:sha256'] }
    return {
      target: {
        type: 'SpecificResource',
        source,
        selector: [...selector, position],
        state: { ...state, ...fingerprint },
      },
    }
  }

  function decision() {
    const told = { from: { status: 'orphaned' as const, words: null }, reason: '', by: one(names) }
    const decidedAt = moment(2025)
    if (random() < 0.25) return { decision: 'detached' as const, anchor: null, ...told, decidedAt }
    const { known, range, quote } = passage()
    const anchor = { text: known.id, quote, range: counted(known.whole, range) }
    const from = { status: 'suggested' as const, words: words() }
    const reason = words()
    return { decision: one(['attached', 'confirmed'] as const), anchor, ...told, from, reason, decidedAt }
  }

  function history() {
    const edition = 1 + below(4)
    const wordings = Array.from({ length: edition - 1 }, (_, before) => ({
      edition: before + 1,
      kind: one(AnnotationKind.options),
      body: words(),
      reason: perhaps(0.5, words) ?? null,
      instead: perhaps(0.5, words) ?? null,
      replacement: perhaps(0.5, words) ?? null,
      until: moment(2024),
    }))
    return { edition, wordings, attachments: Array.from({ length: below(4) }, decision) }
  }

  const idOf = (digit: number) => digit.toString(16).repeat(24)
  const workshop = () => ({
    id: WorkshopId.parse(idOf(below(16))),
    stepId: StepId.parse(`0000000${below(10)}-0000-4000-8000-000000000000`),
    title: words(),
  })

  function contribution(): WebAnnotation[] {
    const { target: aim } = target()
    const mayReword = aim.selector !== undefined
    const kind = one(AnnotationKind.options.filter(option => mayReword || option !== 'wording'))
    const motivation = kind === 'wording' ? 'editing' : kind === 'question' ? 'questioning' : 'commenting'
    const said = textual(words(), motivation === 'editing' ? 'commenting' : motivation)
    const accepted = kind === 'wording' ? perhaps(0.5, () => proposal(words)) : undefined
    const past = history()
    const plain = past.edition === 1 && past.attachments.length === 0
    const reason = perhaps(0.4, words)
    const instead = perhaps(0.4, words)
    const item: WebContribution = {
      ...written(),
      motivation,
      body: kind === 'wording' ? [said, textual(words(), 'editing')] : [said],
      target: aim,
      'rn:kind': kind,
      'rn:status': 'pending',
      ...(past.edition > 1 ? { modified: moment(2025) } : {}),
      ...(reason === undefined ? {} : { 'rn:reason': reason }),
      ...(instead === undefined ? {} : { 'rn:instead': instead }),
      ...(accepted === undefined ? {} : { 'rn:proposal': accepted }),
      ...(plain ? {} : { 'rn:history': past }),
      ...(random() < 0.3 ? { 'rn:release': 1 + below(9) } : {}),
      ...(random() < 0.2 ? { 'rn:workshop': workshop() } : {}),
    }
    const replies = Array.from({ length: below(3) }, () => ({
      ...written(),
      motivation: 'replying' as const,
      body: [textual(words(), 'replying')],
      target: item.id,
    }))
    return [item, ...replies]
  }

  const items = Array.from({ length: 4 + below(8) }, contribution).flat()
  const id = `${site}/archive.jsonld`
  return WebAnnotationCollection.parse({
    '@context': webAnnotationContexts,
    id,
    type: 'AnnotationCollection',
    label: 'Archiv',
    total: items.length,
    first: { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
    'rn:texts': texts.map(({ whole: _, ...text }) => text),
  })
}

const proposal = (words: () => string) => ({
  status: 'accepted' as const,
  acceptance: 'partly' as const,
  before: words(),
  after: words(),
  blockIds: [],
  at: since,
})

const textual = (value: string, purpose: WebContribution['body'][number]['purpose']) =>
  ({ type: 'TextualBody', value, format: 'text/plain', purpose }) as const

function textOf(value: string, whole: string): Known {
  const sha256 = createHash('sha256').update(whole).digest('hex')
  const id = `${site}/texts/${sha256.slice(0, 8)}`
  return { id, type: 'Text', format: 'text/plain', created: since, value, 'rn:sha256': sha256, whole }
}

function counted(text: string, { start, end }: { start: number; end: number }) {
  const codePoints = codePointsOf(text)
  return { start: toCodePoints(codePoints, start), end: toCodePoints(codePoints, end) }
}

/** Not between the halves of a character, and beside a word instead of white space. */
function fair(text: string, offset: number): number {
  const at = /[\udc00-\udfff]/.test(text[offset] ?? '') ? offset + 1 : offset
  return /\s/.test(text[at] ?? '') || /\s/.test(text[at - 1] ?? '') ? fair(text, at + 1) : at
}
