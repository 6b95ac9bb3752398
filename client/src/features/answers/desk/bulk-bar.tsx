import type { WorkState } from '@randnotiz/contract/answers/case'
import type { DeskPage } from '@randnotiz/contract/answers/desk'
import { movePoints, releaseAnswers } from '@randnotiz/contract/answers/endpoints'
import { Button } from '@randnotiz/ui/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BulkAssignment } from './bulk-assignment.js'
import { seenOf, type useSelection } from './selection.js'
import type { useMany } from './use-many.js'

type Props = {
  page: DeskPage
  selection: ReturnType<typeof useSelection>
  many: ReturnType<typeof useMany>
  onOpen(what: 'publish' | 'group'): void
}

const groupable: readonly WorkState[] = ['new', 'inReview', 'drafted']

/** What can be done with the selected points, each with for how many of them. */
export function BulkBar({ page, selection, many, onOpen }: Props) {
  const { t } = useTranslation('answers')
  const [assigning, setAssigning] = useState(false)
  const { points, clear } = selection
  const { run } = many
  const inState = (...states: WorkState[]) => points.filter(({ state }) => states.includes(state)).map(seenOf)
  const [fresh, reviewed, drafted] = [inState('new'), inState('inReview'), inState('drafted')]
  const released = inState('released').length
  const button = { look: 'secondary', size: 'small' } as const
  const label = (words: string, count: number) => (count === points.length ? words : `${words} (${count})`)
  return (
    <section className="desk-bulk" aria-label={t('bulk.label')}>
      <p className="desk-bulk__count">
        <strong role="status">{t('desk.selected', { count: points.length })}</strong>{' '}
        <Button look="quiet" size="small" onClick={clear}>
          {t('desk.unselect')}
        </Button>
      </p>
      <div className="form-actions">
        <Button {...button} aria-expanded={assigning} onClick={() => setAssigning(!assigning)}>
          {t('bulk.assign')} …
        </Button>
        {fresh.length > 0 && (
          <Button {...button} onClick={() => void run(movePoints, { points: fresh, move: 'take-up' })}>
            {label(t('bulk.takeUp'), fresh.length)}
          </Button>
        )}
        {reviewed.length > 0 && (
          <Button {...button} onClick={() => void run(movePoints, { points: reviewed, move: 'put-back' })}>
            {label(t('bulk.putBack'), reviewed.length)}
          </Button>
        )}
        {points.length > 1 && points.every(({ state }) => groupable.includes(state)) && (
          <Button {...button} onClick={() => onOpen('group')}>
            {t('bulk.group')} …
          </Button>
        )}
        {page.rights.release && drafted.length > 0 && (
          <Button {...button} onClick={() => void run(releaseAnswers, { points: drafted })}>
            {label(t('bulk.release'), drafted.length)}
          </Button>
        )}
        {page.rights.publish && released > 0 && (
          <Button look="primary" size="small" onClick={() => onOpen('publish')}>
            {label(t('bulk.publish'), released)}
          </Button>
        )}
      </div>
      {assigning && <BulkAssignment page={page} points={points.map(seenOf)} many={many} />}
    </section>
  )
}
