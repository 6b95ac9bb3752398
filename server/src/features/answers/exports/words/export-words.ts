import type { Channel } from '@randnotiz/contract/annotations/channel'
import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { WorkState } from '@randnotiz/contract/answers/case'
import type { SynopsisColumn } from '@randnotiz/contract/answers/exports/order'
import type { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { germanWords } from './words.de.js'
import { englishWords } from './words.en.js'

/** The words of files, for those who get them. */
export type ExportWords = {
  synopsis: string
  partialExport: string
  columns: Record<SynopsisColumn, string>
  kinds: Record<AnnotationKind, string>
  outcomes: Record<OutcomeKind, string>
  channels: Record<Channel, string>
  states: Record<WorkState, string>
  info: {
    process: string
    date: string
    names: string
    names_with: string
    names_without: string
    answers: string
    answers_published: string
    answers_all: string
    filters: string
    noFilter: string
    filter: { document: string; kind: string; outcome: string; answered: string; unit: string }
    yes: string
    no: string
    marks: string
    blackened: string
  }
  row: {
    wholeText: string
    release(number: number): string
    liveText: string
    supporters: string
    together: string
    reason: string
    instead: string
    wording: string
    change: string
    change_of(release: number): string
    open: string
    resolution: string
    unit: string
    dueOn: string
    by: string
    wordsChanged: string
    passagesBlackened: string
  }
  resolutions: Record<OutcomeKind, string>
  counts: {
    title: string
    contributions: string
    answered: string
    open: string
    points: string
    supporters: string
    kinds: string
    channels: string
    outcomes: string
    documents: string
    answeredOf: string
  }
  sheets: { info: string; synopsis: string; changes: string; statistics: string; legend: string }
  sheet: {
    id: string
    edition: string
    version: string
    date: string
    channel: string
    document: string
    chapter: string
    textVersion: string
    quote: string
    kind: string
    author: string
    words: string
    outcome: string
    forwardedTo: string
    reason: string
    state: string
    before: string
    after: string
    marked: string
    howTo: string
    meaning: string
    value: string
  }
  page: { page: string; of: string }
  text: {
    release(number: number, title: string): string
    live: string
    day(day: string): string
    published: string
    checksum: string
    comparison(from: string, to: string): string
    nothingChanged: string
    unchanged(blocks: number): string
    moved: string
    movedAway: string
    because: string
    figures(counts: { changed: number; added: number; removed: number; moved: number }): string
  }
  paper: {
    title: string
    number: string
    toFill: string
    subject: string
    unit: string
    consultation: string
    committee: string
    day: string
    council: string
    proposal: string
    proposalText(process: string): string
    facts: string
    factsText(counts: { contributions: number; answered: number; supporters: number }): string
    results: string
    finance: string
    climate: string
    attachments: string
    attachmentList: readonly string[]
    share: string
  }
  files: { synopsis: string; text: string; comparison: string; paper: string }
}

export const wordsOf = (language: Language): ExportWords => (language === 'de' ? germanWords : englishWords)
