import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { AnsweredPoint } from '@randnotiz/contract/answers/answer'
import { excerptOf } from '@randnotiz/domain/answers/excerpt'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { OutcomeSign } from './outcome-sign.js'
import './answers.css'

type Props = { annotation: Annotation; slug: string }

/** What the city says to a contribution: to all of it, or point by point. Nothing while it has not said anything. */
export function AnswerView({ annotation, slug }: Props) {
  const { t } = useTranslation('answers')
  const { answer } = annotation
  if (answer === null) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a page may have many answers; as regions they would all have one name.
    <div role="group" className="answer" aria-label={t('public.label')}>
      {answer.points.map(point => (
        <AnsweredPointView key={point.number} point={point} annotation={annotation} slug={slug} />
      ))}
      {answer.open > 0 && <p className="answer__small">{t('public.open', { count: answer.open })}</p>}
    </div>
  )
}

function AnsweredPointView({ point, annotation, slug }: Props & { point: AnsweredPoint }) {
  const { t } = useTranslation('answers')
  const language = useLanguage()
  const words = excerptOf(annotation, point.pieces)
  return (
    <div className="answer__point">
      {words !== null && words.length > 0 && (
        <blockquote className="answer__words">{words.join(' … ')}</blockquote>
      )}
      <p className="answer__outcome">
        <OutcomeSign outcome={point.outcome} />
      </p>
      <p className="answer__reason">{point.reason}</p>
      {point.change && (
        <p>
          <a href={`/texte/${slug}/vergleich?anmerkung=${annotation.id}`}>{t('public.toChange')}</a>
        </p>
      )}
      <p className="answer__small">
        <time dateTime={point.publishedAt} suppressHydrationWarning>
          {t('public.by', { date: formatDate(point.publishedAt, language) })}
        </time>
        {point.together > 1 && ` · ${t('public.together', { count: point.together })}`}
      </p>
    </div>
  )
}
