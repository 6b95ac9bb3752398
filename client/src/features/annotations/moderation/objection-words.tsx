import { objectionLimit } from '@randnotiz/contract/annotations/moderation/decision'
import { Button } from '@randnotiz/ui/button'
import { TextArea } from '@randnotiz/ui/text-area'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import type { DeedState } from '../../../platform/use-deed.js'

type Props = {
  className: string
  title: string
  /** What is to be known before. */
  intro?: ReactNode
  /** The question that the words answer. */
  question: string
  state: DeedState
  onObject(text: string): void
}

/** Somebody says why a decision is wrong: its author, or whoever had reported. */
export function ObjectionWords({ className, title, intro, question, state, onObject }: Props) {
  const { t } = useTranslation('moderation')
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)

  function submit(event: FormEvent) {
    event.preventDefault()
    const isMissing = text.trim() === ''
    setMissing(isMissing)
    if (isMissing) area.current?.focus()
    else onObject(text)
  }

  return (
    <form className={className} onSubmit={submit} noValidate>
      <h2>{title}</h2>
      {intro}
      <TextArea
        ref={area}
        label={question}
        value={text}
        maxLength={objectionLimit}
        error={missing ? t('objection.missing') : null}
        onChange={event => setText(event.target.value)}
      />
      <DeedProblem state={state} />
      <div className="form-actions">
        <Button
          type="submit"
          look="primary"
          busy={state.type === 'under-way' ? t('objection.underWay') : null}
        >
          {t('objection.submit')}
        </Button>
      </div>
    </form>
  )
}
