import { guidedFields } from '@randnotiz/domain/annotations/guided-form'
import { TextArea } from '@randnotiz/ui/text-area'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnotatingContext } from '../annotating.js'
import { type AnnotationWords, type Contribution, type Mistake, mistakesIn } from '../writing/contribution.js'
import { useCurrentPassage } from '../writing/use-current-passage.js'
import { useSending } from '../writing/use-sending.js'
import { CharactersLeft } from './characters-left.js'
import { FormActions } from './form-actions.js'
import { KindChoice } from './kind-choice.js'
import { PassagePreview } from './passage-preview.js'
import { useMistakeText } from './use-mistake-text.js'
import { WordingField } from './wording-field.js'

type FormProps = { draft: Contribution; words: AnnotationWords }

/** Writes an annotation: what, why, what instead. The words are kept on the device with every key. */
export function AnnotationForm({ draft, words }: FormProps) {
  const { t } = useTranslation('annotations')
  const { desk, close, permissions } = useAnnotatingContext()
  const sending = useSending('annotate')
  const [mistakes, setMistakes] = useState<Mistake[]>([])
  const mistakeText = useMistakeText(mistakes)
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
      <KindChoice
        kind={words.kind}
        mayPropose={words.passage !== null && permissions.propose}
        onChange={kind => revise({ kind })}
      />
      {words.kind === 'wording' && passage.claim !== null && (
        <WordingField
          before={passage.claim.exact}
          value={words.replacement}
          error={mistakeText('replacement')}
          onChange={replacement => revise({ replacement })}
        />
      )}
      <TextArea
        name="body"
        label={t(`ask.${words.kind}`)}
        rows={3}
        value={words.body}
        error={mistakeText('body')}
        onChange={event => revise({ body: event.target.value })}
      />
      <CharactersLeft text={words.body} />
      {guidedFields[words.kind].map(field => (
        <TextArea
          key={field}
          name={field}
          label={t(`form.${field}`)}
          rows={2}
          value={words[field]}
          error={mistakeText(field)}
          onChange={event => revise({ [field]: event.target.value })}
        />
      ))}
      <FormActions draft={draft} sending={sending} mayNotSend={passage.type === 'lost'} />
    </form>
  )
}
