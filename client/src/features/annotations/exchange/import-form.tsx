import { type ImportFile, importLimit } from '@randnotiz/contract/annotations/exchange/import'
import type { SourceSystem } from '@randnotiz/contract/annotations/source'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import { Button } from '@randnotiz/ui/button'
import { Field } from '@randnotiz/ui/field'
import { Notice } from '@randnotiz/ui/notice'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { Select } from '@randnotiz/ui/select'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import type { ImportWish } from './use-import.js'

type Props = {
  documents: readonly DocumentSummary[]
  /** The chosen document; kept by the page, which offers its archive too. */
  document: DocumentSummary
  onDocument(document: DocumentSummary): void
  refusal: Refusal | null
  busy: boolean
  onCheck(wish: ImportWish): void
}

/** Which text, from where, which files. */
export function ImportForm({ documents, document, onDocument, refusal, busy, onCheck }: Props) {
  const { t } = useTranslation('exchange')
  const localized = useLocalized()
  const refusalText = useRefusalText()
  const [system, setSystem] = useState<SourceSystem>('web-annotation')
  const [files, setFiles] = useState<readonly File[]>([])
  const [mistake, setMistake] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (files.length === 0) return setMistake(t('missingFiles'))
    if (files.length > importLimit.files) return setMistake(t('tooManyFiles'))
    const read = await readFiles(files)
    if ('unreadable' in read) return setMistake(t('unreadable', { name: read.unreadable }))
    setMistake(null)
    onCheck({ slug: document.slug, system, files: read.files })
  }

  return (
    <form className="import-form" onSubmit={event => void submit(event)} noValidate>
      {refusal !== null && (
        <Notice tone="problem" role="alert">
          <p>{refusalText(refusal)}</p>
        </Notice>
      )}
      <Select
        label={t('document')}
        value={document.slug}
        options={documents.map(({ slug, title }) => ({ value: slug, label: localized(title) }))}
        onChange={event => {
          const chosen = documents.find(({ slug }) => slug === event.currentTarget.value)
          if (chosen) onDocument(chosen)
        }}
      />
      <RadioGroup<SourceSystem>
        legend={t('system.legend')}
        value={system}
        onChange={setSystem}
        options={[
          {
            value: 'web-annotation',
            label: t('system.webAnnotation'),
            description: t('system.webAnnotationHint'),
          },
          { value: 'consul', label: t('system.consul'), description: t('system.consulHint') },
        ]}
      />
      <Field label={t('files')} hint={t('filesHint', { count: importLimit.files })} error={mistake}>
        {control => (
          <input
            {...control}
            className="field__control import-form__files"
            type="file"
            multiple
            accept=".json,.jsonld,.csv,.html,.htm,application/json,application/ld+json,text/csv,text/html"
            onChange={event => setFiles([...(event.currentTarget.files ?? [])])}
          />
        )}
      </Field>
      {files.length > 1 && (
        <p className="import-form__chosen">
          {t('chosen', { count: files.length, names: files.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <Button look="primary" type="submit" busy={busy ? t('checking') : null}>
        {t('check')}
      </Button>
    </form>
  )
}

async function readFiles(files: readonly File[]): Promise<{ files: ImportFile[] } | { unreadable: string }> {
  const read: ImportFile[] = []
  for (const file of files) {
    const content = await file.text().catch(() => null)
    if (content === null) return { unreadable: file.name }
    read.push({ name: file.name, content })
  }
  return { files: read }
}
