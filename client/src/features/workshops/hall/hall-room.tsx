import type { HallView, Seat } from '@randnotiz/contract/workshops/hall'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgendaView } from './agenda-view.js'
import { HallFoot, type HallTab } from './hall-foot.js'
import { ResultsByMail } from './results-by-mail.js'
import { ResultsView } from './results-view.js'
import { SpotlightView } from './spotlight-view.js'
import { StepView } from './step-view.js'

/** Inside: the step that runs, what came out so far, and where one is in the agenda. */
export function HallRoom({ seat }: { seat: Seat }) {
  const [tab, setTab] = useState<HallTab>('now')
  const { hall } = seat
  useStepAnnounced(hall)
  const stepId = hall.current?.step.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever somebody looks at, a new step is what they came for.
  useEffect(() => setTab('now'), [stepId])
  return (
    <>
      <div className="hall-room" data-tab={tab}>
        <div hidden={tab !== 'now'} className="hall-room__part">
          {hall.spotlight !== null && <SpotlightView spotlight={hall.spotlight} />}
          <StepView hall={hall} />
          {(hall.phase === 'closing' || hall.phase === 'closed') && <ResultsByMail hall={hall} />}
        </div>
        <div hidden={tab !== 'results'} className="hall-room__part">
          <ResultsView hall={hall} />
          {hall.phase !== 'closing' && hall.phase !== 'closed' && <ResultsByMail hall={hall} />}
        </div>
        <div hidden={tab !== 'agenda'} className="hall-room__part">
          <AgendaView hall={hall} />
        </div>
      </div>
      <HallFoot seat={seat} tab={tab} onTab={setTab} />
    </>
  )
}

/** A screen reader hears that something new begins; the focus stays where somebody is. */
function useStepAnnounced({ current, phase }: HallView): void {
  const { t } = useTranslation('workshops')
  const announce = useAnnounce()
  const said = useRef('')
  const state = current?.status.state ?? ''
  const title = current?.step.title ?? ''
  useEffect(() => {
    const words =
      current === null
        ? t(`phase.${phase}`)
        : t('hall.stepNow', { title, state: t(`state.${current.status.state}`) })
    const sign = `${title} ${state} ${phase}`
    if (said.current !== '' && said.current !== sign) announce(words)
    said.current = sign
  }, [title, state, phase, current, announce, t])
}
