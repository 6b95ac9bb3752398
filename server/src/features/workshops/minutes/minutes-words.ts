import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import type { AgendaLine } from '@randnotiz/contract/workshops/hall'
import type { Incident } from '@randnotiz/contract/workshops/minutes'
import type { OutcomeState } from '@randnotiz/contract/workshops/outcome'
import type { Admission } from '@randnotiz/contract/workshops/session'
import type { Secrecy } from '@randnotiz/contract/workshops/voting'
import { minutesWordsDe } from './minutes-words.de.js'
import { minutesWordsEn } from './minutes-words.en.js'

/** The words of minutes as files. */
export type MinutesWords = {
  title(workshop: string): string
  notFinal: string
  rehearsal: string
  facts: {
    when: string
    place: string
    present: string
    contributed: string
    documents: string
    speaking: string
    address: string
  }
  people(count: number, admission: Admission): string
  tables(tables: { devices: number; people: number }): string
  contributions(count: number, people: number): string
  release(number: number | null): string
  spoken(speaking: { people: number; turns: number; minutes: number }): string
  agreed: string
  followUps: string
  outcome: { words: string; owner: string; dueOn: string; state: string; nobody: string; noDay: string }
  outcomeState: Record<OutcomeState, string>
  changedAt(moment: string): string
  agenda: { title: string; step: string; kind: string; planned: string; actual: string; state: string }
  minutes(count: number): string
  course: string
  sorted(count: number, step: string): string
  untitled(number: number): string
  heldBack(count: number): string
  gone(count: number): string
  conclusion: string
  passage: string
  notRevealed: string
  round(number: number): string
  sealed(moment: string): string
  method(rule: { most: number; perOption: number }): string
  turnout(cast: number, eligible: number): string
  late(count: number): string
  recounted: string
  option: string
  weight: { dots: string; votes: string }
  voters: string
  ahead: string
  asItIs: string
  incidents: string
  trust: string
  kind: Record<AgendaLine['kind'], string>
  state: Record<AgendaLine['state'], string>
  secrecy: Record<Secrecy, string>
  incident(what: Incident['what'], title: string): string
  contribution: Record<AnnotationKind, string>
  page: { page: string; of: string }
  file: string
}

export const minutesWords = (language: Language): MinutesWords =>
  language === 'de' ? minutesWordsDe : minutesWordsEn
