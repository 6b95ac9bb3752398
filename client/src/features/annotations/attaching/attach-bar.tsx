import { attachmentReasonLimit } from '@randnotiz/contract/annotations/attachment'
import { Button } from '@randnotiz/ui/button'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useAnnotatingContext } from '../annotating.js'
import { isComplete, type Waiting } from './waiting.js'

/** Stays at the lower edge of the window while an annotation waits for its passage: the passage may be far away. */
export function AttachBar() {
  const { attaching } = useAnnotatingContext()
  const { waiting } = attaching
  // A suggestion is confirmed with one press; the bar only comes when that was refused.
  if (waiting === null || (waiting.decision === 'confirmed' && waiting.step.type !== 'refused')) return null
  return <OpenBar key={waiting.annotationId + waiting.decision} waiting={waiting} />
}

function OpenBar({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation('annotations')
  const { attaching, feed } = useAnnotatingContext()
  const bar = useRef<HTMLFormElement>(null)
  const target = feed.annotations.get(waiting.annotationId)?.target
  const { decision } = waiting

  useEffect(() => bar.current?.focus({ preventScroll: true }), [])

  function decide(event: FormEvent) {
    event.preventDefault()
    attaching.decide()
  }

  return (
    <form
      ref={bar}
      className="attach-bar"
      aria-label={t(`attach.heading.${decision}`)}
      tabIndex={-1}
      onSubmit={decide}
      onKeyDown={event => event.key === 'Escape' && attaching.cancel()}
    >
      <p className="attach-bar__heading">{t(`attach.heading.${decision}`)}</p>
      {target?.kind === 'passage' && (
        <p className="attach-bar__words">
          <span>{t('attach.quoted')}</span> <q>{target.quote.exact}</q>
        </p>
      )}
      <div aria-live="polite">
        <Chosen waiting={waiting} />
      </div>
      {decision !== 'confirmed' && (
        <TextField
          label={t('attach.reason')}
          value={waiting.reason}
          maxLength={attachmentReasonLimit}
          onChange={event => attaching.giveReason(event.target.value)}
        />
      )}
      <BarActions waiting={waiting} />
    </form>
  )
}

function Chosen({ waiting: { decision, passage, step } }: { waiting: Waiting }) {
  const { t } = useTranslation('annotations')
  const refusalText = useRefusalText()
  if (step.type === 'refused') return <p className="attach-bar__refused">{refusalText(step.refusal)}</p>
  if (decision === 'detached') return <p>{t('attach.detachHint')}</p>
  if (passage === null) return <p>{t('attach.hint')}</p>
  return (
    <p className="attach-bar__words attach-bar__words--chosen">
      <span>{t('attach.chosen')}</span> <q>{passage.exact}</q>
    </p>
  )
}

function BarActions({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation('annotations')
  const { attaching } = useAnnotatingContext()
  const { decision, step } = waiting
  return (
    <div className="form-actions">
      <Button
        type="submit"
        look="primary"
        aria-disabled={!isComplete(waiting)}
        busy={step.type === 'sending' ? t('attach.sending') : null}
      >
        {t(`attach.decide.${decision}`)}
      </Button>
      <Button look="quiet" onClick={attaching.cancel}>
        {t('cancel')}
      </Button>
    </div>
  )
}
