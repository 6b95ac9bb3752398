import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { DraftPreview } from './draft-preview.js'
import { FileForm } from './file-form.js'
import { LossList } from './loss-list.js'
import { NewTextForm } from './new-text-form.js'
import { ReplaceText } from './replace-text.js'
import { type ReadFile, useTextFile } from './use-text-file.js'
import './text-import.css'

type Props = { processId: ProcessId; documents: readonly DocumentSummary[]; mayCreate: boolean }

/** From a file to a text: first a look at what arrives and what does not, then the deed. */
export function TextImportDesk({ processId, documents, mayCreate }: Props) {
  const { state, read, startOver } = useTextFile()
  if (state.step === 'read') return <Arrived processId={processId} file={state.file} onOther={startOver} />
  return (
    <FileForm
      documents={documents}
      mayCreate={mayCreate}
      refusal={state.step === 'choosing' ? state.refusal : null}
      busy={state.step === 'reading'}
      onRead={(file, target) => void read(file, target)}
    />
  )
}

type ArrivedProps = { processId: ProcessId; file: ReadFile; onOther(): void }

function Arrived({ processId, file, onOther }: ArrivedProps) {
  const { t } = useTranslation('textImport')
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  // The form has gone, and with it the place where somebody was.
  useEffect(() => heading.current?.focus(), [])
  const { name, text, target } = file
  const figures = { name, words: formatNumber(text.words, language), count: text.images }
  return (
    <div className="text-import">
      <section className="text-import__part" aria-labelledby="arrived">
        <h2 id="arrived" ref={heading} tabIndex={-1}>
          {t('read.title')}
        </h2>
        <Notice role="status">
          <p>
            {text.images > 0 ? t('read.withImages', figures) : t('read.text', figures)} {t('read.nothingYet')}
          </p>
        </Notice>
        <DraftPreview html={text.html} />
        <p>
          <Button onClick={onOther}>{t('read.other')}</Button>
        </p>
      </section>
      <LossList losses={text.losses} leftOut={text.lossesLeftOut} />
      {target.kind === 'new' ? (
        <NewTextForm processId={processId} file={file} />
      ) : (
        <ReplaceText document={target.document} content={text.content} onOther={onOther} />
      )}
    </div>
  )
}
