import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnotatingContext } from '../annotating.js'
import { type AnnotationWords, type Contribution, type Mistake, mistakesIn } from '../writing/contribution.js'
import { useCurrentPassage } from '../writing/use-current-passage.js'
import { useSending } from '../writing/use-sending.js'
import { FormActions } from './form-actions.js'
import { GuidedFields } from './guided-fields.js'
import { PassagePreview } from './passage-preview.js'

type FormProps = { draft: Contribution; words: AnnotationWords }

/** Writes an annotation: what, why, what instead. The words are kept on the device with every key. */
export function AnnotationForm({ draft, words }: FormProps) {
  const { t } = useTranslation('annotations')
  const { desk, close, permissions } = useAnnotatingContext()
  const sending = useSending('annotate')
  const [mistakes, setMistakes] = useState<Mistake[]>([])
  const passage = useCurrentPassage(words.passage)
  const form = useRef<HTMLFormElement>(null)
  const revise = (change: Partial<AnnotationWords>) => desk.revise(draft, { ...words, ...change })

  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked, textarea')?.focus(), [])

  async function send(event: FormEvent) {
    event.preventDefault()
    const current = { ...words, passage: passage.claim }
    const found = mistakesIn(current)
    setMistakes(found)
    if (found[0]) form.current?.querySelector<HTMLElement>(`[name="${found[0].field}"]`)?.focus()
    else if (passage.type !== 'lost' && (await sending.send(draft, current))) close()
  }

  return (
    <form
      ref={form}
      className="annotation-form"
      onSubmit={event => void send(event)}
      noValidate
      aria-label={t('form.heading')}
    >
      <PassagePreview passage={passage} />
      <GuidedFields
        words={words}
        quote={passage.claim?.exact ?? null}
        mayPropose={words.passage !== null && permissions.propose}
        mistakes={mistakes}
        onRevise={revise}
      />
      <FormActions draft={draft} sending={sending} mayNotSend={passage.type === 'lost'} />
    </form>
  )
}
