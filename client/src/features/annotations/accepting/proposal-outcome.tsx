import type { Proposal } from '@randnotiz/contract/annotations/proposal'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { WordingChange } from '../parts/wording-change.js'

type Props = { proposal: Proposal | null; id: AnnotationId; slug: string }

/** What became of a proposed wording; nothing while it is open. */
export function ProposalOutcome({ proposal, id, slug }: Props) {
  const { t } = useTranslation('annotations')
  if (proposal?.status !== 'accepted') return null
  const { acceptance, before, after } = proposal
  return (
    <div className="proposal-outcome">
      <p className="proposal-outcome__what">
        <CircleCheck aria-hidden="true" size={18} />
        {t(`proposal.accepted.${acceptance}`)}
      </p>
      <a href={`/texte/${slug}/vergleich?anmerkung=${id}`}>{t('proposal.toChange')}</a>
      {acceptance !== 'whole' && <WordingChange before={before} after={after} context={60} />}
    </div>
  )
}
