import type { Point } from '@randnotiz/contract/answers/case'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { OutcomeSign } from '../public/outcome-sign.js'

/** What a colleague has written while somebody was typing; their own words stay in the form. */
export function ColleagueWrote({ point: { work }, onSeen }: { point: Point; onSeen(): void }) {
  const { t } = useTranslation('answers')
  return (
    <Notice tone="warning" role="alert" title={t('case.changedMeanwhile')}>
      {'answer' in work && (
        <>
          <p>
            {t('desk.writtenBy', { name: work.writtenBy.pseudonym })}:{' '}
            <OutcomeSign outcome={work.answer.outcome} />
          </p>
          <p className="answer__reason">{work.answer.reason}</p>
        </>
      )}
      <Button look="secondary" size="small" onClick={onSeen}>
        {t('case.seen')}
      </Button>
    </Notice>
  )
}
