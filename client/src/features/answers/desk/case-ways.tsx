import type { CasePage, DeskItem, DeskQuery } from '@randnotiz/contract/answers/desk'
import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { addressWith, searchOf } from './desk-address.js'
import { casePath } from './desk-questions.js'
import { useNeighbours } from './use-neighbours.js'

type Props = { page: CasePage; query: DeskQuery }

/** Back to the list as it was, and on to what comes next in it. */
export function CaseWays({ page, query }: Props) {
  const { t } = useTranslation('answers')
  const number = page.case.points[0]?.number ?? 1
  const { before, behind } = useNeighbours(page.process.slug, query, {
    annotationId: page.annotation.id,
    number,
  })
  const search = searchOf(query)
  const to = ({ annotation, point }: DeskItem) => casePath(annotation.id, point.number, search)
  return (
    <nav className="case-ways" aria-label={t('case.ways')}>
      <Link to={addressWith(query, { after: query.after })}>
        <ArrowLeft aria-hidden="true" size={18} /> {t('case.back')}
      </Link>
      {before && (
        <Link to={to(before)}>
          <ChevronLeft aria-hidden="true" size={18} /> {t('case.previous')}
        </Link>
      )}
      {behind && (
        <Link to={to(behind)}>
          {t('case.next')} <ChevronRight aria-hidden="true" size={18} />
        </Link>
      )}
    </nav>
  )
}
