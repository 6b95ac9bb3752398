/** The rules by which a contribution is looked at before it becomes public, each with what it takes to explain it. */
import type { ModerationSettings, ModerationTime } from '@randnotiz/contract/annotations/moderation/settings'
import type { HoldReason } from '@randnotiz/contract/annotations/publication'

export const usualSettings: ModerationSettings = {
  phases: {},
  linksAllowed: 2,
  words: [],
  rate: { count: 20, minutes: 10 },
  holdFirst: false,
  textBlocks: [],
}

/** What is known about a contribution and its author when it arrives. */
export type Arrival = {
  /** Everything it says. */
  texts: readonly string[]
  phase: ModerationTime
  /** Earlier ones of the same person that everybody can read. */
  publishedBefore: number
  /** Of the same person in the time that the rate is about, this one included. */
  recent: number
}

export function holdReasons(arrival: Arrival, settings: ModerationSettings): HoldReason[] {
  const reasons: HoldReason[] = []
  if (arrival.phase === 'before') reasons.push({ rule: 'phase' })
  const links = countLinks(arrival.texts)
  if (settings.linksAllowed !== null && links > settings.linksAllowed) reasons.push({ rule: 'links', links })
  const words = wordsFound(arrival.texts, settings.words)
  if (words.length > 0) reasons.push({ rule: 'words', words })
  if (settings.rate !== null && arrival.recent > settings.rate.count)
    reasons.push({ rule: 'rate', count: arrival.recent, minutes: settings.rate.minutes })
  if (settings.holdFirst && arrival.publishedBefore === 0) reasons.push({ rule: 'first' })
  return reasons
}

const link =
  /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info|biz|shop|xyz|top|ru|cn|io)\b/gi

export function countLinks(texts: readonly string[]): number {
  return texts.reduce((count, text) => count + (text.match(link)?.length ?? 0), 0)
}

/** The words of the list that stand in the texts as words of their own, whatever their case, accents and spacing tricks. */
export function wordsFound(texts: readonly string[], words: readonly string[]): string[] {
  const folded = ` ${texts.map(fold).join(' ')} `
  return words.filter(word => {
    const wanted = fold(word)
    return wanted !== '' && folded.includes(` ${wanted} `)
  })
}

const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** Small letters without accents, one space between words; letters s p a c e d out are one word. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[013457@$]/g, sign => lookalikes[sign] ?? sign)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '')
}
