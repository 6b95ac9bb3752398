import { Check, CloudOff, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../../../platform/use-connection.js'
import { useHallContext } from './use-hall.js'

/** The workshop's name, and whether everything that was done here has arrived. */
export function HallBar({ title }: { title: string }) {
  return (
    <header className="hall-bar">
      <h1 className="hall-bar__title">{title}</h1>
      <Arrived />
    </header>
  )
}

function Arrived() {
  const { t } = useTranslation('workshops')
  const { state } = useHallContext()
  const connection = useConnection()
  const count = state.unsent.length
  const offline = connection.type === 'offline'
  if (state.seat === null && !offline) return null
  return (
    <p className="hall-bar__state" role="status">
      {offline ? (
        <CloudOff aria-hidden="true" />
      ) : count > 0 ? (
        <Send aria-hidden="true" />
      ) : (
        <Check aria-hidden="true" />
      )}
      {count > 0 ? t('hall.unsent', { count }) : offline ? t('hall.offline') : t('hall.connected')}
    </p>
  )
}
