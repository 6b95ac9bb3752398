import type { CasePage, DeskQuery } from '@randnotiz/contract/answers/desk'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseContribution } from './case-contribution.js'
import { CaseHistory } from './case-history.js'
import { CaseNotes } from './case-notes.js'
import { CaseWays } from './case-ways.js'
import { PointBox } from './point-box.js'
import { SimilarBox } from './similar-box.js'
import { SplitBox } from './split-box.js'
import { useCaseLive } from './use-desk-live.js'
import './desk.css'
import './case.css'

type Props = { page: CasePage; query: DeskQuery }

/** One contribution with everything it takes to answer it. On a phone the answer follows the contribution. */
export function CaseView({ page, query }: Props) {
  const { t } = useTranslation('answers')
  const { annotation } = page
  useCaseLive(page.process.id, [annotation.id, ...page.together.map(({ name }) => name.annotationId)])
  const [splitting, setSplitting] = useState(false)
  const isPublic = annotation.publication.state === 'published'
  const [first] = page.case.points
  return (
    <div className="case">
      <CaseWays page={page} query={query} />
      <div className="case__columns">
        <div className="case__contribution">
          <CaseContribution page={page} />
          {isPublic && !splitting && (
            <Button look="secondary" size="small" onClick={() => setSplitting(true)}>
              {t('case.split')}
            </Button>
          )}
          {splitting && <SplitBox page={page} onDone={() => setSplitting(false)} />}
        </div>
        <div className="case__main">
          {isPublic ? (
            page.case.points.map(point => <PointBox key={point.number} page={page} point={point} />)
          ) : (
            <Notice tone="warning" role="alert" title={t('case.notPublic')}>
              {annotation.publication.state === 'withdrawn' && <p>{t('case.withdrawn')}</p>}
            </Notice>
          )}
        </div>
        <div className="case__side">
          {first && isPublic && <SimilarBox page={page} point={first} />}
          <CaseNotes page={page} />
          <CaseHistory page={page} />
        </div>
      </div>
    </div>
  )
}
