import type { Language } from '@randnotiz/contract/kit/wire-values'
import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { Minutes, OutcomeMinutes, StepMinutes } from '@randnotiz/contract/workshops/minutes'
import { splitOutcomes, underGathering } from '@randnotiz/domain/workshops/minutes-reading'
import { escapeHtml, strong } from '../../../platform/printing/html.js'
import { dayIn, momentIn, spanIn } from './minutes-moments.js'
import { type MinutesWords, minutesWords } from './minutes-words.js'
import { roundHtml } from './round-html.js'

/** `top` is the level of the highest headings: 2 below a page's own, 1 in a Word file, whose title is none. */
export type MinutesLook = { language: Language; top: 1 | 2; address: string }

export type Telling = MinutesLook & { minutes: Minutes; words: MinutesWords }

/** Minutes from their facts to their incidents, as simple HTML that is printed and put into Word files alike. */
export function minutesHtml(minutes: Minutes, look: MinutesLook): string {
  const telling = { ...look, minutes, words: minutesWords(look.language) }
  return [
    noticesHtml(telling),
    factsHtml(telling),
    outcomesHtml(telling),
    agendaHtml(telling),
    heading(telling, 0, telling.words.course),
    ...minutes.steps.map(step => stepHtml(telling, step)),
    incidentsHtml(telling),
    `<p class="note">${escapeHtml(telling.words.trust)}</p>`,
  ].join('')
}

export const p = (text: string) => `<p>${escapeHtml(text)}</p>`
const cell = (text: string) => `<td>${p(text)}</td>`
const headRow = (names: readonly string[]) =>
  `<thead><tr>${names.map(name => `<th scope="col">${p(name)}</th>`).join('')}</tr></thead>`

const heading = ({ top }: Telling, deeper: 0 | 1 | 2, text: string) =>
  `<h${top + deeper}>${escapeHtml(text)}</h${top + deeper}>`

function noticesHtml({ minutes, words }: Telling): string {
  const notices = [
    ...(minutes.final ? [] : [words.notFinal]),
    ...(minutes.rehearsal ? [words.rehearsal] : []),
  ]
  return notices.map(notice => `<p>${strong(notice)}</p>`).join('')
}

function factsHtml({ minutes, words, language, address }: Telling): string {
  const { begunAt, endedAt, place, contributed, contributors, speaking } = minutes
  const { facts } = words
  const documents = minutes.documents.map(
    ({ title, release }) => `${title[language]} ${words.release(release)}`,
  )
  const rows: [string, string | null][] = [
    [facts.when, begunAt === null ? null : spanIn(language, begunAt, endedAt)],
    [facts.place, place || null],
    [facts.present, presentOf(minutes, words)],
    [facts.contributed, contributed === 0 ? null : words.contributions(contributed, contributors)],
    [facts.documents, documents.join('; ')],
    [facts.speaking, speaking.turns === 0 ? null : words.spoken(speaking)],
    [facts.address, address],
  ]
  const shown = rows.filter(([, value]) => value !== null)
  const body = shown.map(([name, value]) => `<tr><th scope="row">${p(name)}</th>${cell(value ?? '')}</tr>`)
  return `<table><tbody>${body.join('')}</tbody></table>`
}

function presentOf({ participants, admission, tables }: Minutes, words: MinutesWords): string {
  const all = words.people(participants, admission)
  return tables.devices === 0 ? all : `${all}, ${words.tables(tables)}`
}

function outcomesHtml(telling: Telling): string {
  const { minutes, words } = telling
  const { agreed, open, done } = splitOutcomes(minutes)
  const titleOf = (outcome: OutcomeMinutes) =>
    minutes.steps.find(({ id }) => id === outcome.stepId)?.title ?? null
  const item = (outcome: OutcomeMinutes) => {
    const about = [titleOf(outcome), outcome.owner || null, changed(telling, outcome)].filter(
      part => part !== null,
    )
    const small = about.length === 0 ? '' : `<br><small>${escapeHtml(about.join(' · '))}</small>`
    return `<li><p>${escapeHtml(outcome.words)}${small}</p></li>`
  }
  const list = agreed.length === 0 ? '' : `<ul>${agreed.map(item).join('')}</ul>`
  const rows = [...open, ...done].map(outcome => followUpRow(telling, outcome))
  const { outcome } = words
  const table =
    rows.length === 0
      ? ''
      : `<table>${headRow([outcome.words, outcome.owner, outcome.dueOn, outcome.state])}<tbody>${rows.join('')}</tbody></table>`
  return [
    ...(list === '' ? [] : [heading(telling, 0, words.agreed), list]),
    ...(table === '' ? [] : [heading(telling, 0, words.followUps), table]),
  ].join('')
}

function changed({ words, language }: Telling, { changedAt }: OutcomeMinutes): string | null {
  return changedAt === null ? null : words.changedAt(momentIn(language, changedAt))
}

function followUpRow(telling: Telling, outcome: OutcomeMinutes): string {
  const { words, language } = telling
  const since = changed(telling, outcome)
  const note = since === null ? '' : `<p><small>${escapeHtml(since)}</small></p>`
  const day = outcome.dueOn === null ? words.outcome.noDay : dayIn(language, outcome.dueOn)
  return `<tr><td>${p(outcome.words)}${note}</td>${cell(outcome.owner || words.outcome.nobody)}${cell(day)}${cell(words.outcomeState[outcome.state])}</tr>`
}

function agendaHtml(telling: Telling): string {
  const { minutes, words } = telling
  const { agenda } = words
  const rows = minutes.steps.map(({ title, kind, plannedMinutes, actualMinutes, state }) => {
    const actual = actualMinutes === null ? '–' : words.minutes(actualMinutes)
    return `<tr><th scope="row">${p(title)}</th>${cell(words.kind[kind])}${cell(words.minutes(plannedMinutes))}${cell(actual)}${cell(words.state[state])}</tr>`
  })
  const names = [agenda.step, agenda.kind, agenda.planned, agenda.actual, agenda.state]
  return `${heading(telling, 0, agenda.title)}<table>${headRow(names)}<tbody>${rows.join('')}</tbody></table>`
}

/** Steps of which there is nothing to tell stand in the agenda only. */
function stepHtml(telling: Telling, step: StepMinutes): string {
  const { minutes, words, language } = telling
  const { sorted, rest } = underGathering(minutes, step)
  const groups = step.groups.map(
    ({ title, contributions }, at) =>
      `${heading(telling, 2, `${title || words.untitled(at + 1)} (${contributions.length})`)}${saidHtml(telling, contributions)}`,
  )
  const content = [
    ...(step.question === null ? [] : [`<p>${strong(step.question)}</p>`]),
    ...step.rounds.map(round => roundHtml(telling, { round, step })),
    ...(sorted === null ? [] : [p(words.sorted(sorted.count, sorted.title))]),
    saidHtml(telling, rest),
    ...groups,
    ...(step.heldBack > 0 ? [p(words.heldBack(step.heldBack))] : []),
    ...(step.gone > 0 ? [p(words.gone(step.gone))] : []),
    ...(step.conclusion === null
      ? []
      : [`<p>${strong(`${words.conclusion}: `)}${escapeHtml(step.conclusion)}</p>`]),
  ].join('')
  if (content === '') return ''
  const { passage } = step
  const place =
    passage === null
      ? ''
      : `<blockquote><p>${escapeHtml(passage.words)}</p><p><small>${escapeHtml(`${words.passage}: ${passage.document[language]}`)}</small></p></blockquote>`
  return heading(telling, 1, step.title) + place + content
}

function saidHtml({ words }: Telling, contributions: readonly Contribution[]): string {
  if (contributions.length === 0) return ''
  const items = contributions.map(({ kind, body, replacement }) => {
    const proposal = replacement === null ? '' : `<i>${escapeHtml(`„${replacement}“`)}</i> `
    return `<li><p>${strong(`${words.contribution[kind]}: `)}${proposal}${escapeHtml(body)}</p></li>`
  })
  return `<ul>${items.join('')}</ul>`
}

function incidentsHtml(telling: Telling): string {
  const { minutes, words, language } = telling
  if (minutes.incidents.length === 0) return ''
  const items = minutes.incidents.map(({ at, what, title, reason }) => {
    const why = reason === null ? '' : ` (${reason})`
    return `<li>${p(`${momentIn(language, at)}: ${words.incident(what, title ?? '')}${why}`)}</li>`
  })
  return `${heading(telling, 0, words.incidents)}<ul>${items.join('')}</ul>`
}
