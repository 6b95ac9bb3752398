import { BookOpenText, Milestone, PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import './three-steps.css'

const steps = [
  { key: 'read', Icon: BookOpenText },
  { key: 'annotate', Icon: PenLine },
  { key: 'follow', Icon: Milestone },
] as const

/** How it works. */
export function ThreeSteps() {
  const { t } = useTranslation('publishing')
  return (
    <ol className="steps">
      {steps.map(({ key, Icon }) => (
        <li key={key} className="step">
          <Icon className="step__icon" aria-hidden="true" />
          <h3 className="step__title">{t(`steps.${key}.title`)}</h3>
          <p>{t(`steps.${key}.text`)}</p>
        </li>
      ))}
    </ol>
  )
}
