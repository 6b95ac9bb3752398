import type { DeskView } from '@randnotiz/contract/workshops/desk'
import { useServerClock } from '../live/use-server-clock.js'
import { useWakeLock } from '../live/use-wake-lock.js'
import { useWaking } from '../live/use-waking.js'
import { AdvanceBar } from './advance-bar.js'
import { CardPanel } from './card-panel.js'
import { ContributionsPanel } from './contributions-panel.js'
import { ControlNotice } from './control-notice.js'
import { DeskAgenda } from './desk-agenda.js'
import { DeskHead } from './desk-head.js'
import { OutcomesPanel } from './outcomes-panel.js'
import { PeoplePanel } from './people-panel.js'
import { SpeakersPanel } from './speakers-panel.js'
import { StagePanel } from './stage-panel.js'
import { StepPanel } from './step-panel.js'
import { DeskContext, useDesk } from './use-desk.js'
import './desk.css'

/** The facilitator's desk. */
export function DeskApp({ first }: { first: DeskView }) {
  const desk = useDesk(first)
  const now = useServerClock()
  useWakeLock(desk.view.session.phase === 'live')
  useWaking()
  return (
    <DeskContext value={{ ...desk, now }}>
      <DeskHead />
      <ControlNotice />
      <div className="desk">
        <DeskAgenda />
        <div className="desk__middle">
          <StepPanel />
          <ContributionsPanel />
          <CardPanel />
          <OutcomesPanel />
        </div>
        <div className="desk__side">
          <SpeakersPanel />
          <StagePanel />
          <PeoplePanel />
        </div>
      </div>
      <AdvanceBar />
    </DeskContext>
  )
}
