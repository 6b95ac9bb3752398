import { Button } from '@randnotiz/ui/button'
import { TextArea } from '@randnotiz/ui/text-area'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnotatingContext } from '../annotating.js'
import { type Contribution, type Mistake, mistakesIn, saysSomething } from '../writing/contribution.js'
import { useSending } from '../writing/use-sending.js'
import { CharactersLeft } from './characters-left.js'
import { AskName, SubmitButton } from './form-actions.js'
import { useMistakeText } from './use-mistake-text.js'

/** Writes a reply below an annotation. The words are kept on the device with every key. */
export function ReplyForm({ draft }: { draft: Contribution }) {
  const { t } = useTranslation('annotations')
  const { desk } = useAnnotatingContext()
  const sending = useSending('reply')
  const [mistakes, setMistakes] = useState<Mistake[]>([])
  const area = useRef<HTMLTextAreaElement>(null)
  const mistakeText = useMistakeText(mistakes)
  const { words } = draft

  // Only a reply that was just begun asks for attention; one from an earlier visit does not.
  const isNew = useRef(!saysSomething(words))
  useEffect(() => {
    if (isNew.current) area.current?.focus()
  }, [])

  function send(event: FormEvent) {
    event.preventDefault()
    const found = mistakesIn(words)
    setMistakes(found)
    if (found.length > 0) area.current?.focus()
    else void sending.send(draft, words)
  }

  return (
    <form className="reply-form" onSubmit={send} noValidate>
      <TextArea
        ref={area}
        label={t('reply.body')}
        rows={3}
        value={words.body}
        error={mistakeText('body')}
        onChange={event => desk.revise(draft, { ...words, body: event.target.value })}
      />
      <CharactersLeft text={words.body} />
      <AskName sending={sending} />
      <div className="form-actions">
        <SubmitButton sending={sending} label={t('reply.submit')} />
        <Button look="quiet" size="small" onClick={() => desk.discard(draft)}>
          {t('form.discard')}
        </Button>
      </div>
    </form>
  )
}
