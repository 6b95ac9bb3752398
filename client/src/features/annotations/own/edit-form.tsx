import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { editAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { CommandId } from '@randnotiz/contract/kit/ids'
import { asks, type GuidedField } from '@randnotiz/domain/annotations/guided-form'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { GuidedFields } from '../parts/guided-fields.js'
import { type Mistake, mistakesIn } from '../writing/contribution.js'
import { type EditedWords, forgetEdit, keepEdit, readKeptEdit } from './kept-edit.js'
import { useOwnDeed } from './use-own-deed.js'

type Props = { annotation: Annotation; onDone(annotation: Annotation): void; onCancel(): void }

/** Its author puts a contribution in other words. */
export function EditForm({ annotation, onDone, onCancel }: Props) {
  const { t } = useTranslation('annotations')
  const { words, revise, deed, mistakes, send, form } = useEditing(annotation, onDone)
  const { target } = annotation
  return (
    <form
      ref={form}
      className="annotation-form"
      noValidate
      aria-label={t('ownActions.edit')}
      onSubmit={event => void send(event)}
    >
      <GuidedFields
        words={words}
        quote={target.kind === 'passage' ? target.quote.exact : null}
        mayPropose={target.kind === 'passage'}
        mistakes={mistakes}
        onRevise={revise}
      />
      {deed.problem !== null && (
        <Notice tone="problem" role="alert">
          <p>{deed.problem}</p>
        </Notice>
      )}
      <div className="form-actions">
        <Button type="submit" look="primary" size="small" busy={deed.busy ? t('own.sending') : null}>
          {t('ownActions.save')}
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

function useEditing(annotation: Annotation, onDone: Props['onDone']) {
  const { id: annotationId, edition } = annotation
  const { call } = usePlatform()
  const [words, setWords] = useState(() => readKeptEdit(annotationId, edition) ?? wordsOf(annotation))
  const [mistakes, setMistakes] = useState<Mistake[]>([])
  const form = useRef<HTMLFormElement>(null)
  const commandId = useRef<CommandId | null>(null)
  const deed = useOwnDeed(onDone)
  // The wording that was before the author's eyes when they began, also when another window is faster meanwhile.
  const [seen] = useState(edition)

  useEffect(() => form.current?.querySelector<HTMLElement>('textarea')?.focus(), [])

  function revise(change: Partial<EditedWords>) {
    const revised = { ...words, ...change }
    commandId.current = null
    setWords(revised)
    keepEdit(annotationId, seen, revised)
  }

  async function send(event: FormEvent) {
    event.preventDefault()
    const found = mistakesIn({ type: 'annotation', passage: null, ...words })
    setMistakes(found)
    if (found[0]) return form.current?.querySelector<HTMLElement>(`[name="${found[0].field}"]`)?.focus()
    // The same words after a lost answer are the same command.
    commandId.current ??= CommandId.parse(crypto.randomUUID())
    const body = { commandId: commandId.current, annotationId, edition: seen, ...sent(words) }
    const done = await deed.run(() => call(editAnnotation, { params: { annotationId }, query: {}, body }))
    if (done) forgetEdit(annotationId)
  }

  return { words, revise, deed, mistakes, send, form }
}

function wordsOf({ kind, body, reason, instead, replacement, target }: Annotation): EditedWords {
  const quote = target.kind === 'passage' ? target.quote.exact : ''
  return {
    kind,
    body: body ?? '',
    reason: reason ?? '',
    instead: instead ?? '',
    replacement: replacement ?? quote,
  }
}

function sent({ kind, body, replacement, ...answers }: EditedWords) {
  const answer = (field: GuidedField) => (asks(kind, field) && answers[field].trim()) || null
  return {
    kind,
    body,
    reason: answer('reason'),
    instead: answer('instead'),
    replacement: kind === 'wording' ? replacement : null,
  }
}
