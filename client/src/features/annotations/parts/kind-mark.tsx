import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import {
  CircleQuestionMark,
  Handshake,
  Lightbulb,
  type LucideIcon,
  PenLine,
  Split,
  ThumbsUp,
  TriangleAlert,
  UserRoundPlus,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'

const icons: Record<AnnotationKind, LucideIcon> = {
  stakeholder: UserRoundPlus,
  alternative: Split,
  cooperation: Handshake,
  risk: TriangleAlert,
  benefit: ThumbsUp,
  idea: Lightbulb,
  question: CircleQuestionMark,
  wording: PenLine,
}

export function KindIcon({ kind }: { kind: AnnotationKind }) {
  const Icon = icons[kind]
  return <Icon className="kind-icon" data-kind={kind} aria-hidden="true" size={18} />
}

/** What a contribution is about: sign, colour and word. */
export function KindMark({ kind }: { kind: AnnotationKind }) {
  const { t } = useTranslation('annotations')
  return (
    <span className="kind-mark" data-kind={kind}>
      <KindIcon kind={kind} />
      {t(`kind.${kind}`)}
    </span>
  )
}
