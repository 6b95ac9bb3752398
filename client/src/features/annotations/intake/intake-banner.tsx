import type { IntakeItemId } from '@randnotiz/contract/kit/ids'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAnswer } from '../../../platform/question.js'
import { intakeItemAddress, intakeItemQuestion } from './intake-questions.js'

/** Says, beside a text, whose words one is typing in. */
export function IntakeBanner({ itemId }: { itemId: IntakeItemId }) {
  const { t } = useTranslation('intake')
  const answer = useAnswer(intakeItemQuestion(itemId))
  if (!answer.ok) return null
  return (
    <Notice className="intake-banner">
      <p>{t('banner.text', { number: answer.value.number })}</p>
      <p>
        <Link to={intakeItemAddress(itemId)}>{t('banner.back')}</Link>
      </p>
    </Notice>
  )
}
