import type { AgendaItem } from '@randnotiz/contract/workshops/session'
import { timeOf } from '@randnotiz/domain/workshops/agenda-item'
import { isPossible } from '@randnotiz/domain/workshops/step-moves'
import { leftMs } from '@randnotiz/domain/workshops/step-time'
import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import { useDeskContext } from './use-desk.js'

const minute = 60_000

/** More time, less time, or no limit. */
export function TimeButtons({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('workshops')
  const { move, now } = useDeskContext()
  if (!isPossible('setTime', item.status.state)) return null
  const stepId = item.step.id
  const change = (byMs: number) => {
    const left = leftMs(timeOf(item), new Date(now())) ?? 0
    void move({ move: 'setTime', stepId, leftMs: Math.max(0, Math.round(left + byMs)) })
  }
  return (
    <p className="step-panel__time">
      <Button size="small" look="quiet" onClick={() => change(-minute)}>
        {t('time.less')}
      </Button>
      <Button size="small" look="quiet" onClick={() => change(minute)}>
        {t('time.more', { count: 1 })}
      </Button>
      <Button size="small" look="quiet" onClick={() => change(5 * minute)}>
        {t('time.more', { count: 5 })}
      </Button>
      <Button size="small" look="quiet" onClick={() => void move({ move: 'setTime', stepId, leftMs: null })}>
        {t('time.unlimited')}
      </Button>
    </p>
  )
}
