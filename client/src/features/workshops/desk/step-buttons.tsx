import type { Move } from '@randnotiz/contract/workshops/moves'
import type { AgendaItem, Spotlight } from '@randnotiz/contract/workshops/session'
import { endsWithSeal } from '@randnotiz/domain/workshops/next-move'
import { isPossible, type StepMoveName } from '@randnotiz/domain/workshops/step-moves'
import { Button } from '@randnotiz/ui/button'
import {
  CirclePause,
  CirclePlay,
  Crosshair,
  Eye,
  Hand,
  Lock,
  Pin,
  RotateCcw,
  SquareCheck,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SettleDialog } from './settle-dialog.js'
import { useDeskContext } from './use-desk.js'
import { useTakesLastBallots } from './use-takes-last-ballots.js'

type DeedName = 'hold' | 'resume' | 'seal' | 'reveal' | 'reopen' | 'spotlight' | 'invite' | 'pin' | 'release'
type Deed = { name: DeedName; move: Move }

const icons = {
  hold: CirclePause,
  resume: CirclePlay,
  seal: Lock,
  reveal: Eye,
  reopen: RotateCcw,
  spotlight: Crosshair,
  invite: Hand,
  pin: Pin,
  release: SquareCheck,
}

/** Whatever is possible with the step as it stands. */
export function StepButtons({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('workshops')
  const { view, move, now } = useDeskContext()
  const isTakingLast = useTakesLastBallots(item, now)
  const deeds = [...stepDeeds(item), ...spotlightDeeds(item, view.session.spotlight)]
    // Nothing is revealed while a ballot may still be on its way.
    .filter(({ name }) => name !== 'reveal' || !isTakingLast)
  return (
    <p className="step-panel__deeds">
      {deeds.map(({ name, move: wanted }) => {
        const Icon = icons[name]
        return (
          <Button key={name} size="small" onClick={() => void move(wanted)}>
            <Icon aria-hidden="true" />
            {t(`deed.${name}`)}
          </Button>
        )
      })}
      <SettleDialog item={item} />
    </p>
  )
}

type Possible = Deed & { possible: boolean }

function stepDeeds({ step, status, ...item }: AgendaItem): Deed[] {
  const { id: stepId } = step
  const can = (move: StepMoveName) => isPossible(move, status.state)
  const sealing = status.state === 'open' && status.sealsAt !== null
  const canSeal = endsWithSeal({ step, status, ...item }) && can('announceSeal') && !sealing
  const deeds: Possible[] = [
    { name: 'hold', move: { move: 'holdStep', stepId }, possible: can('holdStep') },
    { name: 'resume', move: { move: 'resumeStep', stepId }, possible: can('resumeStep') },
    { name: 'seal', move: { move: 'announceSeal', stepId }, possible: canSeal },
    { name: 'reveal', move: { move: 'revealStep', stepId }, possible: can('revealStep') },
    { name: 'reopen', move: { move: 'openStep', stepId }, possible: can('openStep') },
  ]
  return deeds.filter(({ possible }) => possible)
}

/** Pointing at the step's passage; what is pointed at can be held in sight, or let go. */
function spotlightDeeds({ step: { subject } }: AgendaItem, spotlight: Spotlight | null): Deed[] {
  const isThere = subject !== null && spotlight === null
  const deeds: (Deed | null)[] = [
    isThere ? { name: 'spotlight', move: { move: 'spotlight', subject, mode: 'summon' } } : null,
    isThere ? { name: 'invite', move: { move: 'spotlight', subject, mode: 'invite' } } : null,
    spotlight !== null && spotlight.mode !== 'hold'
      ? { name: 'pin', move: { move: 'spotlight', subject: spotlight.subject, mode: 'hold' } }
      : null,
    spotlight === null ? null : { name: 'release', move: { move: 'releaseSpotlight' } },
  ]
  return deeds.filter(deed => deed !== null)
}
