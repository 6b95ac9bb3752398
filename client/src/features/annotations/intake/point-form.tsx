import { bodyLimit } from '@randnotiz/contract/annotations/annotation'
import { postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import type { IntakeItem } from '@randnotiz/contract/annotations/intake'
import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { CommandId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { LinkButton } from '@randnotiz/ui/link-button'
import { Notice } from '@randnotiz/ui/notice'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useDeed } from '../../../platform/use-deed.js'
import { intakeAddress } from './intake-questions.js'
import { PointList } from './point-list.js'

type Props = {
  item: IntakeItem
  documents: readonly DocumentSummary[]
  onSaved(): void
  onDone(): void
}

const newCommandId = () => CommandId.parse(crypto.randomUUID())

/** One point after the other, without leaving the keyboard. At a passage it is typed in beside the text. */
export function PointForm({ item, documents, onSaved, onDone }: Props) {
  const { t } = useTranslation(['intake', 'annotations'])
  const localized = useLocalized()
  const refusalText = useRefusalText()
  const { state, run } = useDeed(postAnnotation)
  const heading = useRef<HTMLHeadingElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const [commandId, setCommandId] = useState(newCommandId)
  const [document, setDocument] = useState(documents[0])
  const [kind, setKind] = useState<AnnotationKind>('idea')
  const [body, setBody] = useState('')
  const [missing, setMissing] = useState(false)
  const [saved, setSaved] = useState(0)
  useEffect(() => heading.current?.focus(), [])

  async function save() {
    setMissing(body.trim() === '')
    if (body.trim() === '' || document === undefined || state.type === 'under-way') return
    const words = { kind, body, reason: null, instead: null, replacement: null }
    const place = { documentId: document.id, passage: null, intake: item.id }
    const answer = await run({ body: { commandId, ...place, ...words } })
    // What was refused may be put in other words, which is another deed.
    setCommandId(newCommandId)
    if (!answer.ok) return
    setBody('')
    setSaved(item.points.length + 1)
    area.current?.focus()
    onSaved()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
  }

  return (
    <section className="intake__points" aria-labelledby="points">
      <h2 id="points" ref={heading} tabIndex={-1}>
        {t('points.title', { number: item.number })}
      </h2>
      <p>{t('points.hint')}</p>
      <form className="intake__form" onSubmit={submit} noValidate>
        {state.type === 'refused' && (
          <Notice tone="problem" role="alert">
            <p>{refusalText(state.refusal)}</p>
          </Notice>
        )}
        <div className="intake__row">
          <Select
            label={t('points.document')}
            value={document?.slug}
            options={documents.map(({ slug, title }) => ({ value: slug, label: localized(title) }))}
            onChange={event => setDocument(documents.find(({ slug }) => slug === event.currentTarget.value))}
          />
          <Select
            label={t('points.kind')}
            value={kind}
            options={wholeTextKinds.map(value => ({ value, label: t(`annotations:kind.${value}`) }))}
            onChange={event => setKind(AnnotationKind.parse(event.currentTarget.value))}
          />
        </div>
        <TextArea
          ref={area}
          label={t('points.body')}
          lang="de"
          rows={5}
          maxLength={bodyLimit}
          value={body}
          error={missing ? t('points.missing') : null}
          onChange={event => setBody(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <div className="intake__deeds">
          <Button look="primary" type="submit" busy={state.type === 'under-way' ? t('points.saving') : null}>
            {t('points.save')}
          </Button>
          {document && (
            <LinkButton href={intakeAddress(document.slug, item.id)}>{t('points.atPassage')}</LinkButton>
          )}
          <Button look="quiet" onClick={onDone}>
            {t('points.done')}
          </Button>
        </div>
        <p role="status" className="intake__saved">
          {saved > 0 && t('points.saved', { count: saved })}
        </p>
      </form>
      <PointList points={item.points} documents={documents} />
    </section>
  )
}

/** Another wording needs a passage. */
const wholeTextKinds = AnnotationKind.options.filter(kind => kind !== 'wording')
