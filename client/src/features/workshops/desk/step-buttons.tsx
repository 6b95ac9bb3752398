import type { Move } from '@randnotiz/contract/workshops/moves'
import type { AgendaItem } from '@randnotiz/contract/workshops/session'
import { endsWithSeal } from '@randnotiz/domain/workshops/next-move'
import { isPossible } from '@randnotiz/domain/workshops/step-moves'
import { Button } from '@randnotiz/ui/button'
import { CirclePause, CirclePlay, Crosshair, Eye, Lock, RotateCcw, SquareCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SettleDialog } from './settle-dialog.js'
import { useDeskContext } from './use-desk.js'
import { useTakesLastBallots } from './use-takes-last-ballots.js'

type Deed = { name: 'hold' | 'resume' | 'seal' | 'reveal' | 'reopen' | 'spotlight' | 'release'; move: Move }

const icons = {
  hold: CirclePause,
  resume: CirclePlay,
  seal: Lock,
  reveal: Eye,
  reopen: RotateCcw,
  spotlight: Crosshair,
  release: SquareCheck,
}

/** Whatever is possible with the step as it stands. */
export function StepButtons({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('workshops')
  const { view, move, now } = useDeskContext()
  const isTakingLast = useTakesLastBallots(item, now)
  const deeds = deedsFor(item, view.session.spotlight !== null)
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

function deedsFor(item: AgendaItem, isSpotlit: boolean): Deed[] {
  const { id: stepId, subject } = item.step
  const { status } = item
  const sealing = status.state === 'open' && status.sealsAt !== null
  const deeds: (Deed & { possible: boolean })[] = [
    { name: 'hold', move: { move: 'holdStep', stepId }, possible: isPossible('holdStep', status.state) },
    {
      name: 'resume',
      move: { move: 'resumeStep', stepId },
      possible: isPossible('resumeStep', status.state),
    },
    {
      name: 'seal',
      move: { move: 'announceSeal', stepId },
      possible: endsWithSeal(item) && isPossible('announceSeal', status.state) && !sealing,
    },
    {
      name: 'reveal',
      move: { move: 'revealStep', stepId },
      possible: isPossible('revealStep', status.state),
    },
    { name: 'reopen', move: { move: 'openStep', stepId }, possible: isPossible('openStep', status.state) },
    ...(subject === null
      ? []
      : [
          {
            name: 'spotlight' as const,
            move: { move: 'spotlight' as const, subject, mode: 'summon' as const },
            possible: !isSpotlit,
          },
        ]),
    { name: 'release', move: { move: 'releaseSpotlight' }, possible: isSpotlit },
  ]
  return deeds.filter(({ possible }) => possible)
}
