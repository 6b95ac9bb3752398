import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import { textFileLimit } from '@randnotiz/contract/publishing/text-file'
import { Button } from '@randnotiz/ui/button'
import { Field } from '@randnotiz/ui/field'
import { Notice } from '@randnotiz/ui/notice'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { Select } from '@randnotiz/ui/select'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import type { TextTarget } from './use-text-file.js'

type Props = {
  documents: readonly DocumentSummary[]
  mayCreate: boolean
  refusal: Refusal | null
  busy: boolean
  onRead(file: File, target: TextTarget): void
}

/** Which file, and what shall become of it. */
export function FileForm({ documents, mayCreate, refusal, busy, onRead }: Props) {
  const { t } = useTranslation('textImport')
  const refusalText = useRefusalText()
  const [kind, setKind] = useState<TextTarget['kind']>(mayCreate ? 'new' : 'replace')
  const [document, setDocument] = useState(documents[0])
  const [file, setFile] = useState<File | null>(null)
  const [mistake, setMistake] = useState<string | null>(null)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (file === null) return setMistake(t('missingFile'))
    if (file.size > textFileLimit) return setMistake(t('tooLarge'))
    setMistake(null)
    if (kind === 'new') onRead(file, { kind })
    else if (document) onRead(file, { kind, document })
  }

  const targets = [
    ...(mayCreate
      ? [{ value: 'new', label: t('target.new'), description: t('target.newHint') } as const]
      : []),
    { value: 'replace', label: t('target.replace'), description: t('target.replaceHint') } as const,
  ]
  return (
    <form className="text-import__form" onSubmit={submit} noValidate>
      {refusal !== null && (
        <Notice tone="problem" role="alert">
          <p>{refusalText(refusal)}</p>
        </Notice>
      )}
      <RadioGroup<TextTarget['kind']>
        legend={t('target.legend')}
        value={kind}
        onChange={setKind}
        options={targets}
      />
      {kind === 'replace' && <TextChoice documents={documents} chosen={document} onChoose={setDocument} />}
      <Field label={t('file')} hint={t('fileHint')} error={mistake}>
        {control => (
          <input
            {...control}
            className="field__control text-import__file"
            type="file"
            accept=".docx,.docm,.md,.markdown,.txt,.html,.htm"
            onChange={event => setFile(event.currentTarget.files?.[0] ?? null)}
          />
        )}
      </Field>
      <Button look="primary" type="submit" busy={busy ? t('looking') : null}>
        {t('look')}
      </Button>
    </form>
  )
}

type ChoiceProps = {
  documents: readonly DocumentSummary[]
  chosen: DocumentSummary | undefined
  onChoose(document: DocumentSummary | undefined): void
}

function TextChoice({ documents, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation('textImport')
  const localized = useLocalized()
  return (
    <Select
      label={t('target.document')}
      value={chosen?.slug}
      options={documents.map(({ slug, title }) => ({ value: slug, label: localized(title) }))}
      onChange={event => onChoose(documents.find(({ slug }) => slug === event.currentTarget.value))}
    />
  )
}
