import type { StepMinutes } from '@randnotiz/contract/workshops/minutes'
import type { Round } from '@randnotiz/contract/workshops/session'
import { leadingOptions } from '@randnotiz/domain/workshops/minutes-reading'
import { escapeHtml, strong } from '../../../platform/printing/html.js'
import { p, type Telling } from './minutes-html.js'
import { momentIn } from './minutes-moments.js'

type Told = { round: Round; step: StepMinutes }

/** A vote with all that is needed to trust it: rule, secrecy, turnout, seal, recount. Nothing for a step without one. */
export function roundHtml(telling: Telling, { round, step }: Told): string {
  const { words, language } = telling
  const { vote, result, number, sealedAt } = round
  if (vote === null) return ''
  const name = step.rounds.length > 1 ? [words.round(number)] : []
  const facts = [...name, words.method(vote.rule), words.secrecy[vote.secrecy]]
  if (result === null) return p(`${facts.join(' · ')}. ${words.notRevealed}`)
  const trust = [
    ...facts,
    words.turnout(result.tally.cast, result.eligible),
    words.late(result.late),
    ...(sealedAt === null ? [] : [words.sealed(momentIn(language, sealedAt))]),
    words.recounted,
  ]
  const ahead = new Set<string>(leadingOptions(round))
  const rows = vote.options.map(({ id, label }) => {
    const sum = result.tally.options.find(({ optionId }) => optionId === id)
    const isAsItIs = step.kind === 'duel' && id === 'as-it-is'
    const said = isAsItIs ? `${label} (${words.asItIs})` : label
    const mark = ahead.has(id) ? ` ${strong(`– ${words.ahead}`)}` : ''
    return `<tr><th scope="row"><p>${escapeHtml(said)}${mark}</p></th><td>${p(String(sum?.weight ?? 0))}</td><td>${p(String(sum?.voters ?? 0))}</td></tr>`
  })
  const weight = vote.rule.perOption > 1 ? words.weight.dots : words.weight.votes
  const names = [words.option, weight, words.voters]
  const head = names.map(one => `<th scope="col">${p(one)}</th>`).join('')
  return `${p(trust.join(' · '))}<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}
