import type { Outcome } from '@randnotiz/contract/answers/outcome'
import {
  BookCheck,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  type LucideIcon,
  MailCheck,
  Search,
  Send,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import './answers.css'

const signs: Record<Outcome['kind'], LucideIcon> = {
  adopted: CircleCheck,
  partly: CircleDashed,
  rejected: CircleSlash,
  noted: MailCheck,
  contained: BookCheck,
  forwarded: Send,
  examination: Search,
}

/** What became of a contribution, by a picture and a word; its colour only underlines the word. */
export function OutcomeSign({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('answers')
  const Sign = signs[outcome.kind]
  return (
    <span className="outcome-sign" data-outcome={outcome.kind}>
      <Sign aria-hidden="true" size={18} />
      {outcome.kind === 'forwarded'
        ? t('outcome.forwardedTo', { to: outcome.to })
        : t(`outcome.${outcome.kind}`)}
    </span>
  )
}
