import type { Invitation } from '@randnotiz/contract/workshops/endpoints'
import { TicketCode } from '@randnotiz/contract/workshops/hall'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { InvitationText } from './invitation-text.js'
import { useHallContext } from './use-hall.js'
import './join.css'

/** A ticket scanned from paper stands behind the hash, so that it never appears in an address that is sent. */
const ticketInAddress = () => new URLSearchParams(location.hash.slice(1)).get('karte') ?? ''

/** Two taps: a name, if one likes, and in. */
export function JoinForm({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('workshops')
  const { client, state } = useHallContext()
  const refusalText = useRefusalText()
  const [name, setName] = useState(client.device.memory.name)
  const [ticket, setTicket] = useState(ticketInAddress)
  const [wrongTicket, setWrongTicket] = useState(false)
  const needsTicket = invitation.admission === 'tickets'
  // A table comes in with its ticket wherever it is.
  const [hasTicket, setHasTicket] = useState(ticket !== '')
  const mayHaveTicket = needsTicket || hasTicket

  function join(event: FormEvent) {
    event.preventDefault()
    const code = TicketCode.safeParse(readableTicket(ticket))
    const isMissing = mayHaveTicket && !code.success
    setWrongTicket(isMissing)
    if (isMissing) return
    void client.join(name.trim() || t('hall.join.guest'), code.data ?? null)
  }

  return (
    <form className="hall-join" onSubmit={join} noValidate>
      <InvitationText invitation={invitation} />
      {mayHaveTicket && (
        <TextField
          label={t('hall.join.ticket')}
          hint={t('hall.join.ticketHint')}
          value={ticket}
          onChange={event => setTicket(event.target.value)}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          error={wrongTicket ? t('hall.join.ticketWrong') : null}
        />
      )}
      <TextField
        label={t('hall.join.name')}
        hint={t('hall.join.nameHint')}
        value={name}
        maxLength={40}
        autoComplete="nickname"
        onChange={event => setName(event.target.value)}
      />
      {!mayHaveTicket && (
        <p>
          <Button look="quiet" size="small" onClick={() => setHasTicket(true)}>
            {t('hall.join.tableTicket')}
          </Button>
        </p>
      )}
      {state.problem !== null && (
        <Notice tone="problem" role="alert">
          <p>{refusalText(state.problem)}</p>
        </Notice>
      )}
      <Button type="submit" look="primary" busy={state.asking ? t('hall.join.joining') : null}>
        {t('hall.join.join')}
      </Button>
    </form>
  )
}

/** However somebody types it: small letters, spaces, without its hyphens. */
function readableTicket(typed: string): string {
  const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].join('-')
}
