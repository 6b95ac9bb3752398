import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { TextArea } from '@randnotiz/ui/text-area'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnotatingContext } from '../annotating.js'
import { type AnnotationWords, type Contribution, type Mistake, mistakesIn } from '../writing/contribution.js'
import { useCurrentPassage } from '../writing/use-current-passage.js'
import { CharactersLeft } from './characters-left.js'
import { FormActions } from './form-actions.js'
import { KindIcon } from './kind-mark.js'
import { PassagePreview } from './passage-preview.js'
import { useMistakeText } from './use-mistake-text.js'

type FormProps = { draft: Contribution; words: AnnotationWords }

/** Writes an annotation: what, why, what instead. The words are kept on the device with every key. */
export function AnnotationForm({ draft, words }: FormProps) {
  const { t } = useTranslation('annotations')
  const { desk, close } = useAnnotatingContext()
  const [mistakes, setMistakes] = useState<Mistake[]>([])
  const mistakeText = useMistakeText(mistakes)
  const passage = useCurrentPassage(words.passage)
  const form = useRef<HTMLFormElement>(null)
  const revise = (change: Partial<AnnotationWords>) => desk.revise(draft, { ...words, ...change })

  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked, textarea')?.focus(), [])

  function send(event: FormEvent) {
    event.preventDefault()
    const current = { ...words, passage: passage.claim }
    const found = mistakesIn(current)
    setMistakes(found)
    if (found[0]) form.current?.querySelector<HTMLElement>(`[name="${found[0].field}"]`)?.focus()
    else if (passage.type !== 'lost') {
      desk.submit(draft, current)
      close()
    }
  }

  return (
    <form ref={form} className="annotation-form" onSubmit={send} noValidate aria-label={t('form.heading')}>
      <PassagePreview passage={passage} />
      <RadioGroup
        legend={t('form.kind')}
        layout="chips"
        value={words.kind}
        onChange={kind => revise({ kind })}
        options={kindsFor(words).map(kind => ({
          value: kind,
          label: t(`kind.${kind}`),
          icon: <KindIcon kind={kind} />,
        }))}
      />
      {words.kind === 'wording' && (
        <TextArea
          name="replacement"
          label={t('form.replacement')}
          value={words.replacement}
          error={mistakeText('replacement')}
          onChange={event => revise({ replacement: event.target.value })}
        />
      )}
      <TextArea
        name="body"
        label={words.kind === 'wording' ? t('form.reason') : t('form.body')}
        hint={t(`kindHint.${words.kind}`)}
        value={words.body}
        error={mistakeText('body')}
        onChange={event => revise({ body: event.target.value })}
      />
      <CharactersLeft text={words.body} />
      <FormActions draft={draft} mayNotSend={passage.type === 'lost'} />
    </form>
  )
}

/** A wording replaces a passage; the whole text has none. */
function kindsFor({ passage }: AnnotationWords): AnnotationKind[] {
  return AnnotationKind.options.filter(kind => passage !== null || kind !== 'wording')
}
