import { type SynopsisColumn, synopsisColumns } from '@randnotiz/contract/answers/exports/order'
import type { Outcome } from '@randnotiz/contract/answers/outcome'
import type { Language, Moment } from '@randnotiz/contract/kit/wire-values'
import type { SynopsisCounts } from '@randnotiz/domain/answers/synopsis/count-synopsis'
import type { SynopsisRow } from '@randnotiz/domain/answers/synopsis/synopsis-row'
import { type ExportWords, wordsOf } from '../words/export-words.js'
import type { SynopsisHead } from './synopsis-head.js'

/** A day in the town's calendar. */
export function dayOf(moment: Moment, language: Language): string {
  const format = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'Europe/Berlin' } as const
  return new Date(moment).toLocaleDateString(language === 'de' ? 'de-DE' : 'en-GB', format)
}

/** Over the document; says when it is only a part. */
export function titleOf({ language, titles, process, filters }: SynopsisHead): string {
  const words = wordsOf(language)
  const title = titles.title || `${words.synopsis}: ${process}`
  return filters.length > 0 ? `${title} (${words.partialExport})` : title
}

export function columnTitles({ language, titles }: SynopsisHead): Record<SynopsisColumn, string> {
  const usual = wordsOf(language).columns
  const { columns } = titles
  return {
    number: columns.number || usual.number,
    passage: columns.passage || usual.passage,
    contribution: columns.contribution || usual.contribution,
    assessment: columns.assessment || usual.assessment,
    outcome: columns.outcome || usual.outcome,
  }
}

export const titlesInOrder = (head: SynopsisHead): string[] => {
  const titles = columnTitles(head)
  return synopsisColumns.map(column => titles[column])
}

/** What stands above the rows, as pairs of a name and what it is. */
export function infoOf(head: SynopsisHead): [name: string, value: string][] {
  const words = wordsOf(head.language)
  const { info } = words
  const filters =
    head.filters.length === 0
      ? info.noFilter
      : `${words.partialExport} – ${head.filters.map(({ name, value }) => `${name}: ${value}`).join('; ')}`
  return [
    [info.process, head.process],
    [info.date, dayOf(head.madeAt, head.language)],
    [info.filters, filters],
    [info.names, head.names === 'with' ? info.names_with : info.names_without],
    [info.answers, head.answers === 'all' ? info.answers_all : info.answers_published],
  ]
}

export function outcomeText(outcome: Outcome, words: ExportWords): string {
  const name = words.outcomes[outcome.kind]
  return outcome.kind === 'forwarded' ? `${name}: ${outcome.to}` : name
}

export const textVersion = ({ release }: SynopsisRow, words: ExportWords): string =>
  release === null ? words.row.liveText : words.row.release(release)

/** The parts of a contribution, each with what it is; the first one speaks for itself. */
export function wordsWithNames(
  { words: said }: SynopsisRow,
  { row }: ExportWords,
): [name: string | null, text: string][] {
  const { body, reason, instead, replacement } = said
  const parts: [string | null, string | null][] = [
    [null, body],
    [row.reason, reason],
    [row.instead, instead],
    [row.wording, replacement],
  ]
  return parts.flatMap(([name, text]): [string | null, string][] => (text === null ? [] : [[name, text]]))
}

/** The same as one text. */
export const wordsAsText = (row: SynopsisRow, words: ExportWords): string =>
  wordsWithNames(row, words)
    .map(([name, text]) => (name === null ? text : `${name}: ${text}`))
    .join('\n\n')

/** Figures as a list of tables, in an order that stays. */
export type CountTable = { title: string; head?: readonly string[]; rows: (readonly (string | number)[])[] }

export function countTables(counts: SynopsisCounts, words: ExportWords): CountTable[] {
  const named = <Name extends string>(names: Record<Name, string>, of: Partial<Record<Name, number>>) =>
    Object.entries<string>(names).flatMap(([name, title]) => {
      const count = Object.entries<number | undefined>(of).find(([key]) => key === name)?.[1]
      return count === undefined ? [] : [[title, count] as const]
    })
  const { counts: texts } = words
  return [
    {
      title: texts.title,
      rows: [
        [texts.contributions, counts.contributions],
        [texts.answered, counts.answered],
        [texts.open, counts.contributions - counts.answered],
        [texts.points, counts.points],
        [texts.supporters, counts.supporters],
      ],
    },
    { title: texts.outcomes, rows: named(words.outcomes, counts.outcomes) },
    { title: texts.kinds, rows: named(words.kinds, counts.kinds) },
    { title: texts.channels, rows: named(words.channels, counts.channels) },
    {
      title: texts.documents,
      rows: counts.documents.map(({ title, contributions, answered }) => [title, contributions, answered]),
      head: ['', texts.contributions, texts.answeredOf],
    },
  ]
}
