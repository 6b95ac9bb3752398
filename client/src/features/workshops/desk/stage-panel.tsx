import { pairStage, unpairStage } from '@randnotiz/contract/workshops/messages'
import { stagePath } from '@randnotiz/contract/workshops/paths'
import { Scene } from '@randnotiz/contract/workshops/session'
import { PairingCode } from '@randnotiz/contract/workshops/stage'
import { isSteered } from '@randnotiz/domain/workshops/crew-rights'
import { Button } from '@randnotiz/ui/button'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { newCommandId } from '../live/new-ids.js'
import { useDeskContext } from './use-desk.js'

/** Projectors: pairing one, taking one away, and what they show. */
export function StagePanel() {
  const { t } = useTranslation('workshops')
  const { view, move, take } = useDeskContext()
  const { realtime } = usePlatform()
  const { workshopId, stages, session } = view
  return (
    <section className="panel stage-panel" aria-labelledby="stage-panel">
      <h2 id="stage-panel">{t('stages.title')}</h2>
      {isSteered(session.phase) && stages.length > 0 && (
        <RadioGroup
          legend={t('stages.scene')}
          layout="chips"
          options={Scene.options.map(value => ({ value, label: t(`scene.${value}`) }))}
          value={session.scene}
          onChange={scene => void move({ move: 'showScene', scene })}
        />
      )}
      <ul className="stage-panel__list">
        {stages.map(({ stageId, here }, at) => (
          <li key={stageId}>
            <span>
              {t('stages.stage', { number: at + 1 })} · {t(here ? 'people.here' : 'people.away')}
            </span>
            <Button
              size="small"
              look="quiet"
              aria-label={t('stages.removeStage', { number: at + 1 })}
              onClick={async () => take(await realtime.send(unpairStage, { workshopId, stageId }))}
            >
              {t('stages.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Pairing />
    </section>
  )
}

function Pairing() {
  const { t } = useTranslation('workshops')
  const { view, take } = useDeskContext()
  const { realtime } = usePlatform()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)

  async function pair(event: FormEvent) {
    event.preventDefault()
    const pairingCode = PairingCode.safeParse(typed.replace(/\s/g, ''))
    setWrong(!pairingCode.success)
    if (!pairingCode.success) return
    const payload = { workshopId: view.workshopId, commandId: newCommandId(), pairingCode: pairingCode.data }
    if (take(await realtime.send(pairStage, payload))) setTyped('')
  }

  return (
    <form className="stage-panel__pairing" onSubmit={pair} noValidate>
      <TextField
        label={t('stages.code')}
        hint={t('stages.hint', { path: stagePath })}
        value={typed}
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        error={wrong ? t('stages.wrong') : null}
        onChange={event => setTyped(event.target.value)}
      />
      <Button type="submit" size="small">
        {t('stages.pair')}
      </Button>
    </form>
  )
}
