import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import type { Phase, PhaseAllows, Process } from '@randnotiz/contract/publishing/process'
import { mostParagraphs, type ProcessSettings, paragraphLimit } from '@randnotiz/contract/publishing/settings'
import { momentOfTownTime, townTimeOf } from '@randnotiz/domain/publishing/town-time'

/** A phase as it stands in the fields; times are those of the town. */
export type TypedPhase = {
  key: string
  title: LocalizedText
  description: LocalizedText
  from: string
  to: string
  allows: PhaseAllows
}

/** What stands in the fields of the form. */
export type TypedSettings = {
  title: LocalizedText
  motto: LocalizedText
  summary: LocalizedText
  /** Paragraphs stand apart by an empty line. */
  welcome: LocalizedText
  results: LocalizedText
  contact: { unit: LocalizedText; email: string; phone: string } | null
  phases: TypedPhase[]
  admitsGuests: boolean
  supportHidden: string
  editHours: string
}

const typedPhase = ({ startsAt, endsAt, ...phase }: Phase): TypedPhase => ({
  ...phase,
  from: townTimeOf(startsAt),
  to: townTimeOf(endsAt),
})

export function typedSettings(process: Process): TypedSettings {
  const { title, motto, summary, contact, admitsGuests } = process
  return {
    title,
    motto,
    summary,
    welcome: joined(process.welcome),
    results: joined(process.results),
    contact,
    phases: process.phases.map(typedPhase),
    admitsGuests,
    supportHidden: String(process.supportHiddenHours),
    editHours: process.editHours === null ? '' : String(process.editHours),
  }
}

const joined = (paragraphs: readonly LocalizedText[]): LocalizedText => ({
  de: paragraphs.map(({ de }) => de).join('\n\n'),
  en: paragraphs.map(({ en }) => en).join('\n\n'),
})

const paragraphsIn = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')

/** The paragraphs of both languages side by side; null when one language has more of them, or there are too many. */
export function paragraphsOf({ de, en }: LocalizedText): LocalizedText[] | null {
  const [german, english] = [paragraphsIn(de), paragraphsIn(en)]
  if (german.length !== english.length || german.length > mostParagraphs) return null
  if ([...german, ...english].some(({ length }) => length > paragraphLimit)) return null
  return german.map((paragraph, at) => ({ de: paragraph, en: english[at] ?? '' }))
}

export const emptyContact = { unit: { de: '', en: '' }, email: '', phone: '' }

/** A phase that begins when the last one ends, with nothing open yet. */
export function nextPhase(phases: readonly TypedPhase[], title: LocalizedText): TypedPhase {
  const from = phases.at(-1)?.to ?? ''
  const allows = { annotate: false, propose: false, reply: false, support: false }
  const key = `phase-${crypto.randomUUID().slice(0, 8)}`
  return { key, title, description: { de: '', en: '' }, from, to: '', allows }
}

const isMissing = ({ de, en }: LocalizedText) => de.trim() === '' || en.trim() === ''
export const looksLikeMail = (email: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
export const wholeNumber = (typed: string) => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null)

/** Names of the fields that have to be looked at, as the form asks for them; empty when all is well. */
export function mistakesIn(typed: TypedSettings): Set<string> {
  const mistakes = new Set<string>()
  for (const name of ['title', 'summary'] as const) if (isMissing(typed[name])) mistakes.add(name)
  for (const name of ['welcome', 'results'] as const)
    if (paragraphsOf(typed[name]) === null) mistakes.add(name)
  if (typed.contact !== null) {
    if (isMissing(typed.contact.unit)) mistakes.add('contact.unit')
    if (!looksLikeMail(typed.contact.email)) mistakes.add('contact.email')
  }
  for (const { key, title, from, to } of typed.phases) {
    if (isMissing(title)) mistakes.add(`${key}.title`)
    if (momentOfTownTime(from) === null) mistakes.add(`${key}.from`)
    if (momentOfTownTime(to) === null) mistakes.add(`${key}.to`)
  }
  if (wholeNumber(typed.supportHidden) === null) mistakes.add('supportHidden')
  if (typed.editHours.trim() !== '' && wholeNumber(typed.editHours) === null) mistakes.add('editHours')
  return mistakes
}

/** Null while there are mistakes. */
export function settingsFrom(typed: TypedSettings): ProcessSettings | null {
  if (mistakesIn(typed).size > 0) return null
  const { title, motto, summary, contact, admitsGuests } = typed
  const phases = typed.phases.flatMap(({ from, to, ...phase }) => {
    const [startsAt, endsAt] = [momentOfTownTime(from), momentOfTownTime(to)]
    return startsAt && endsAt ? [{ ...phase, startsAt, endsAt }] : []
  })
  return {
    title,
    motto,
    summary,
    welcome: paragraphsOf(typed.welcome) ?? [],
    results: paragraphsOf(typed.results) ?? [],
    contact: contact && { ...contact, email: contact.email.trim() },
    phases,
    admitsGuests,
    supportHiddenHours: wholeNumber(typed.supportHidden) ?? 0,
    editHours: wholeNumber(typed.editHours),
  }
}
