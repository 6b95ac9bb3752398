import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import './answers.css'

type Props = { answered: number; contributions: number }

/** How far the answering is. The sentence says everything; the bar only shows it. */
export function AnswerProgress({ answered, contributions }: Props) {
  const { t } = useTranslation('answers')
  const language = useLanguage()
  const id = useId()
  if (contributions === 0) return null
  const numbers = {
    answered: formatNumber(answered, language),
    total: formatNumber(contributions, language),
  }
  return (
    <div className="answer-progress">
      <p id={id}>{t('public.progress', { ...numbers, count: contributions })}</p>
      <progress aria-labelledby={id} max={contributions} value={answered} />
    </div>
  )
}
