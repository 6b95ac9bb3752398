import { joinCodePath } from '@randnotiz/contract/workshops/paths'
import { useTranslation } from 'react-i18next'
import { Countdown } from '../live/countdown.js'
import { StageScene } from './stage-scene.js'
import type { Paired, Standing } from './use-stage.js'

type Props = { view: Paired; standing: Standing | null; now(): number }

/** Three regions that never move: what this is, the scene, and the way in. */
export function PairedStage({ view, standing, now }: Props) {
  const { t } = useTranslation('workshops')
  const { hall, code, joinAddress, here } = view
  const { current, phase } = hall
  return (
    <>
      <header className="stage__head">
        <p className="stage__title">{hall.title}</p>
        {hall.rehearsal && <p className="stage__rehearsal">{t('rehearsal')}</p>}
        {phase === 'paused' && <p className="stage__rehearsal">{t('phase.paused')}</p>}
        {current && <Countdown status={current.status} now={now} spoken="silent" />}
      </header>
      <section className="stage__scene" aria-live="polite">
        <StageScene view={view} standing={standing} />
      </section>
      <aside className="stage__way" aria-label={t('stage.join')}>
        <img src={joinCodePath(code)} alt={t('stage.code')} />
        <p className="stage__way-words">
          <span>{t('stage.join')}</span>
          <strong className="stage__address">
            <AddressWords address={joinAddress} />
          </strong>
        </p>
        <p className="stage__here">{t('stage.here', { count: here })}</p>
      </aside>
    </>
  )
}

/** Nobody types the beginning of an address; where it is too long it breaks before its path. */
function AddressWords({ address }: { address: string }) {
  const [host, ...path] = address.replace(/^https?:\/\//, '').split('/')
  return (
    <>
      {host}
      <wbr />
      <span className="stage__path">/{path.join('/')}</span>
    </>
  )
}
