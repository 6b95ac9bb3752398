import type { WorkState } from '@randnotiz/contract/answers/case'
import { Badge } from '@randnotiz/ui/badge'
import { CheckCheck, Eye, Globe, type LucideIcon, PenLine, Sparkle } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const signs: Record<WorkState, LucideIcon> = {
  new: Sparkle,
  inReview: Eye,
  drafted: PenLine,
  released: CheckCheck,
  published: Globe,
}

const tones = {
  new: 'note',
  inReview: 'neutral',
  drafted: 'warning',
  released: 'accent',
  published: 'success',
} as const

/** How far the office is with a point. */
export function StateSign({ state }: { state: WorkState }) {
  const { t } = useTranslation('answers')
  const Sign = signs[state]
  return (
    <Badge tone={tones[state]} icon={<Sign aria-hidden="true" size={14} />}>
      {t(`state.${state}`)}
    </Badge>
  )
}
