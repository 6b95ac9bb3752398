import type { DeskParticipant } from '@randnotiz/contract/workshops/desk'
import { admitSeat } from '@randnotiz/contract/workshops/messages'
import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { useDeskContext } from './use-desk.js'
import './side-panels.css'

/** Who is here, who waits to be let in. */
export function PeoplePanel() {
  const { t } = useTranslation('workshops')
  const { view } = useDeskContext()
  const waiting = view.participants.filter(({ admitted }) => admitted === 'waiting')
  const inside = view.participants.filter(({ admitted }) => admitted === 'in')
  const here = inside.filter(person => person.here).length
  return (
    <section className="panel people-panel" aria-labelledby="people-panel">
      <h2 id="people-panel">{t('people.title')}</h2>
      <p className="people-panel__count">{t('people.count', { here, count: inside.length })}</p>
      {waiting.length > 0 && (
        <>
          <h3>{t('people.waiting', { count: waiting.length })}</h3>
          <ul className="people-panel__list">
            {waiting.map(person => (
              <Person key={person.participantId} person={person} />
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{t('people.all')}</summary>
        <ul className="people-panel__list">
          {inside.map(person => (
            <Person key={person.participantId} person={person} />
          ))}
        </ul>
      </details>
    </section>
  )
}

function Person({ person }: { person: DeskParticipant }) {
  const { t } = useTranslation('workshops')
  const { view, take } = useDeskContext()
  const { realtime } = usePlatform()
  const { participantId, name, here, admitted } = person
  const decide = async (decision: 'in' | 'turnedAway') =>
    take(await realtime.send(admitSeat, { workshopId: view.workshopId, participantId, admitted: decision }))
  return (
    <li data-here={here}>
      <span>
        {name} <span className="panel__hint">{t(here ? 'people.here' : 'people.away')}</span>
      </span>
      {admitted === 'waiting' && (
        <Button size="small" aria-label={t('people.letInName', { name })} onClick={() => void decide('in')}>
          {t('people.letIn')}
        </Button>
      )}
      <Button
        size="small"
        look="quiet"
        aria-label={t('people.turnAwayName', { name })}
        onClick={() => void decide('turnedAway')}
      >
        {t('people.turnAway')}
      </Button>
    </li>
  )
}
