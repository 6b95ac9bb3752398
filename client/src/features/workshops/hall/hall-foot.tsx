import type { Seat } from '@randnotiz/contract/workshops/hall'
import { ChartNoAxesColumn, Hand, ListOrdered, Radio } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useHallContext } from './use-hall.js'

export type HallTab = 'now' | 'results' | 'agenda'

const tabs = [
  { tab: 'now', Icon: Radio },
  { tab: 'results', Icon: ChartNoAxesColumn },
  { tab: 'agenda', Icon: ListOrdered },
] as const

type Props = { seat: Seat; tab: HallTab; onTab(tab: HallTab): void }

/** Everything that is always at hand, where a thumb reaches it. */
export function HallFoot({ seat, tab, onTab }: Props) {
  const { t } = useTranslation('workshops')
  return (
    <nav className="hall-foot" aria-label={t('hall.foot.label')}>
      {tabs.map(({ tab: name, Icon }) => (
        <button
          key={name}
          type="button"
          className="hall-foot__tab"
          aria-current={tab === name ? 'page' : undefined}
          onClick={() => onTab(name)}
        >
          <Icon aria-hidden="true" />
          {t(`hall.foot.${name}`)}
        </button>
      ))}
      <HandButton seat={seat} />
    </nav>
  )
}

function HandButton({ seat }: { seat: Seat }) {
  const { t } = useTranslation('workshops')
  const { client, state } = useHallContext()
  const { waiting, speaking } = seat.hall.speakers
  const isMe = ({ participantId }: { participantId: string }) => participantId === seat.participantId
  const place = waiting.findIndex(isMe) + 1
  const underWay = state.unsent.find(one => one.deed === 'hand')
  const raised = underWay?.deed === 'hand' ? underWay.raised : place > 0
  const words = speaking && isMe(speaking) ? t('hall.hand.yourTurn') : placeWords()
  function placeWords() {
    if (!raised) return t('hall.hand.raise')
    return place > 0 ? t('hall.hand.place', { place }) : t('hall.hand.raised')
  }
  return (
    <button
      type="button"
      className="hall-foot__hand"
      aria-pressed={raised}
      onClick={() => client.raiseHand(!raised)}
    >
      <Hand aria-hidden="true" />
      {words}
    </button>
  )
}
