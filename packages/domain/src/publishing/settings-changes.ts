import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import type { Phase, ProcessContact } from '@randnotiz/contract/publishing/process'
import type { ProcessChangeEntry, ProcessSettings } from '@randnotiz/contract/publishing/settings'
import { townTimeOf } from './town-time.js'

const both = ({ de, en }: LocalizedText) => `${de} / ${en}`

/** Long texts, one language after the other. */
const inBoth = (paragraphs: readonly LocalizedText[]) =>
  (['de', 'en'] as const)
    .map(language => paragraphs.map(paragraph => paragraph[language]).join('\n'))
    .filter(text => text !== '')
    .join('\n–\n') || '–'

const hours = (number: number | null) => (number === null ? '–' : `${number} h`)

function phaseLine({ title, startsAt, endsAt, allows }: Phase): string {
  const open = Object.entries(allows).flatMap(([what, isOpen]) => (isOpen ? [what] : []))
  const span = [startsAt, endsAt].map(moment => townTimeOf(moment).replace('T', ' ')).join(' – ')
  return `${both(title)}: ${span} (${open.length > 0 ? open.join(', ') : '–'})`
}

const contactLine = (contact: ProcessContact | null) =>
  contact === null ? '–' : [both(contact.unit), contact.email, contact.phone].filter(Boolean).join(', ')

/** How each part of the settings reads in the log. */
const readings: { [Part in keyof ProcessSettings]: (settings: ProcessSettings) => string } = {
  title: ({ title }) => both(title),
  motto: ({ motto }) => both(motto),
  summary: ({ summary }) => both(summary),
  welcome: ({ welcome }) => inBoth(welcome),
  results: ({ results }) => inBoth(results),
  contact: ({ contact }) => contactLine(contact),
  phases: ({ phases }) => phases.map(phaseLine).join('\n'),
  admitsGuests: ({ admitsGuests }) => (admitsGuests ? '✓' : '–'),
  supportHiddenHours: ({ supportHiddenHours }) => hours(supportHiddenHours),
  editHours: ({ editHours }) => hours(editHours),
}

const parts = Object.keys(readings) as (keyof typeof readings)[]

/** What differs between two states of the settings, as the log tells it. */
export function settingsChanges(before: ProcessSettings, after: ProcessSettings): ProcessChangeEntry[] {
  return parts
    .filter(part => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
    .map(part => ({ part, about: null, before: readings[part](before), after: readings[part](after) }))
}
