import { groupPoints } from '@randnotiz/contract/answers/endpoints'
import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, type SelectedPoint, seenOf } from './selection.js'
import type { useMany } from './use-many.js'

type Props = { points: readonly SelectedPoint[]; many: ReturnType<typeof useMany>; onClose(): void }

/** Points that say the same: at which of them the answer for all is written. */
export function GroupDialog({ points, many, onClose }: Props) {
  const { t } = useTranslation('answers')
  const written = points.find(({ state }) => state === 'drafted') ?? points[0]
  const [key, setKey] = useState(written ? keyOf(written) : null)
  const lead = points.find(point => keyOf(point) === key)
  const send = async () => {
    if (!lead) return
    const members = points.filter(point => point !== lead).map(seenOf)
    await many.run(groupPoints, { lead: seenOf(lead), members })
    onClose()
  }
  return (
    <Dialog
      open
      title={t('bulk.group')}
      closeLabel={t('desk.close')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            busy={many.state.type === 'under-way' ? t('bulk.working') : null}
            onClick={() => void send()}
          >
            {t('bulk.groupNow', { count: points.length })}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('case.splitCancel')}
          </Button>
        </>
      }
    >
      <p>{t('bulk.groupHint')}</p>
      <RadioGroup
        legend={t('bulk.groupLead')}
        value={key}
        onChange={setKey}
        options={points.map(point => ({
          value: keyOf(point),
          label: point.words,
          description: t(`state.${point.state}`),
        }))}
      />
    </Dialog>
  )
}
