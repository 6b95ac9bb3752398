import type { HallView } from '@randnotiz/contract/workshops/hall'
import type { Scene } from '@randnotiz/contract/workshops/session'
import { useTranslation } from 'react-i18next'
import { revealedRounds } from '../live/result-view.js'
import { StageContributions } from './stage-contributions.js'
import { StagePassage } from './stage-passage.js'
import { StageSpeakers } from './stage-speakers.js'
import { StageVote } from './stage-vote.js'
import type { Paired, Standing } from './use-stage.js'

type Props = { view: Paired; standing: Standing | null }

/** What the scene shows now. `follow` is whatever belongs to the current step. */
export function StageScene({ view, standing }: Props) {
  const { hall } = view
  switch (sceneOf(hall)) {
    case 'agenda':
      return <StageAgenda hall={hall} />
    case 'passage':
      return <StagePassage hall={hall} />
    case 'speakers':
      return <StageSpeakers hall={hall} />
    case 'contributions':
      return <StageContributions hall={hall} />
    case 'vote':
    case 'result':
      return <StageVote hall={hall} standing={standing} />
    case 'words':
      return <StageWords hall={hall} />
    case 'welcome':
      return <Welcome view={view} />
  }
}

type Shown = Exclude<Scene, 'follow'> | 'vote' | 'words'

function sceneOf(hall: HallView): Shown {
  const { scene, current, phase, spotlight } = hall
  if (scene === 'result' && current === null && hall.revealed.length === 0) return 'agenda'
  if (scene !== 'follow') return scene
  if (phase === 'lobby' || phase === 'draft' || phase === 'scheduled') return 'welcome'
  if (current === null) return phase === 'live' || phase === 'paused' ? 'agenda' : 'welcome'
  if (spotlight !== null && revealedRounds(current).length === 0) return 'passage'
  switch (current.step.plan.kind) {
    case 'read':
      return 'passage'
    case 'gather':
      return current.step.plan.sealedInput && current.status.state !== 'revealed'
        ? 'passage'
        : 'contributions'
    case 'group':
      return 'contributions'
    case 'discussion':
      return 'speakers'
    case 'announcement':
      return 'words'
    case 'dotVote':
    case 'poll':
    case 'duel':
      return 'vote'
  }
}

function Welcome({ view }: { view: Paired }) {
  const { t } = useTranslation('workshops')
  const { phase, title } = view.hall
  return (
    <div className="scene-welcome">
      <p className="scene__about">{t(`stagePhase.${phase}`)}</p>
      <h1>{title}</h1>
      <p className="scene-welcome__code">{view.code}</p>
    </div>
  )
}

function StageWords({ hall }: { hall: HallView }) {
  const plan = hall.current?.step.plan
  return (
    <div className="scene-words">
      <h1>{hall.current?.step.title}</h1>
      {plan?.kind === 'announcement' && <p>{plan.text}</p>}
    </div>
  )
}

function StageAgenda({ hall }: { hall: HallView }) {
  const { t } = useTranslation('workshops')
  const at = hall.agenda.findIndex(({ state }) => state !== 'settled' && state !== 'skipped')
  const from = Math.max(0, Math.min(at - 1, hall.agenda.length - 6))
  return (
    <div className="scene-agenda">
      <h1>{t('hall.foot.agenda')}</h1>
      <ol start={from + 1}>
        {hall.agenda.slice(from, from + 6).map(({ stepId, title, state }) => (
          <li
            key={stepId}
            data-state={state}
            aria-current={stepId === hall.current?.step.id ? 'step' : undefined}
          >
            {title}
          </li>
        ))}
      </ol>
    </div>
  )
}
