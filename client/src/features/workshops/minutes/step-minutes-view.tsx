import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { Minutes, StepMinutes } from '@randnotiz/contract/workshops/minutes'
import { underGathering } from '@randnotiz/domain/workshops/minutes-reading'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { RoundMinutes } from './round-minutes.js'

type Documents = Minutes['documents']

/** A step as it went, with everything that came of it. */
export function StepMinutesView({ step, minutes }: { step: StepMinutes; minutes: Minutes }) {
  const { t } = useTranslation('workshops')
  const localized = useLocalized()
  const { title, kind, state, plannedMinutes, actualMinutes, passage, conclusion } = step
  const { documents } = minutes
  const { sorted, rest } = underGathering(minutes, step)
  return (
    <li className="step-minutes" id={`schritt-${step.id}`}>
      <h3>{title}</h3>
      <p className="step-minutes__facts">
        {t(`kind.${kind}`)} · {t('minutesPage.planned', { count: plannedMinutes })}
        {actualMinutes !== null && ` · ${t('minutesPage.actual', { count: actualMinutes })}`} ·{' '}
        {t(`state.${state}`)}
      </p>
      {passage !== null && (
        <blockquote className="step-minutes__passage">
          {passage.words}
          <footer>{localized(passage.document)}</footer>
        </blockquote>
      )}
      {step.question !== null && <p className="step-minutes__question">{step.question}</p>}
      {step.rounds.map(round => (
        <RoundMinutes key={round.number} round={round} step={step} />
      ))}
      {step.groups.map(({ id, title: name, contributions }, at) => (
        <section key={id} className="step-minutes__group">
          <h4>
            {name || t('group.untitled', { number: at + 1 })} ({contributions.length})
          </h4>
          <Said contributions={contributions} documents={documents} />
        </section>
      ))}
      {sorted !== null && <p>{t('minutesPage.sorted', { count: sorted.count, title: sorted.title })}</p>}
      <Said contributions={rest} documents={documents} />
      {step.heldBack > 0 && <p>{t('minutesPage.heldBack', { count: step.heldBack })}</p>}
      {step.gone > 0 && <p>{t('minutesPage.gone', { count: step.gone })}</p>}
      {conclusion !== null && <p className="step-minutes__conclusion">{conclusion}</p>}
    </li>
  )
}

type SaidProps = { contributions: readonly Contribution[]; documents: Documents }

/** Each leads to its place at the text, where the city answers. */
function Said({ contributions, documents }: SaidProps) {
  const { t } = useTranslation(['workshops', 'annotations'])
  if (contributions.length === 0) return null
  const slugOf = (id: string) => documents.find(document => document.id === id)?.slug
  return (
    <ul className="step-minutes__said">
      {contributions.map(({ id, kind, body, replacement, documentId }) => (
        <li key={id}>
          <span className="step-minutes__kind">{t(`annotations:kind.${kind}`)}</span>
          {replacement !== null && <strong>„{replacement}“ </strong>}
          {body}{' '}
          <a href={`/texte/${slugOf(documentId)}#anmerkung-${id}`} className="step-minutes__place">
            {t('workshops:minutesPage.toPlace')}
          </a>
        </li>
      ))}
    </ul>
  )
}
