import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { TicketCode } from '@randnotiz/contract/workshops/hall'
import { joinPath } from '@randnotiz/contract/workshops/paths'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { codes: readonly TicketCode[]; desk: DeskView; people: number }

/** Tickets to be cut apart, each with its own way in. */
export function TicketSheet({ codes, desk, people }: Props) {
  const { t } = useTranslation('workshops')
  const { title } = desk.session.setup
  return (
    <ul className="ticket-sheet" aria-label={t('tickets.title')}>
      {codes.map(code => (
        <li key={code} className="ticket">
          <TicketCodeImage address={`${location.origin}${joinPath(desk.code)}#karte=${code}`} />
          <p className="ticket__words">
            <strong>{title}</strong>
            <span>{location.host + joinPath(desk.code)}</span>
            <span className="ticket__code">{code}</span>
            <span>{people > 1 ? t('tickets.tableRule', { count: people }) : t('tickets.rule')}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Made on this device: a ticket is a secret, and no server needs to see its address. */
function TicketCodeImage({ address }: { address: string }) {
  const [image, setImage] = useState('')
  useEffect(() => {
    let stopped = false
    void import('qrcode').then(async ({ toDataURL }) => {
      const made = await toDataURL(address, { margin: 2, errorCorrectionLevel: 'M', width: 240 })
      if (!stopped) setImage(made)
    })
    return () => {
      stopped = true
    }
  }, [address])
  return <img src={image || undefined} alt="" className="ticket__image" />
}
