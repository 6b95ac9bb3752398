import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { Button } from '@randnotiz/ui/button'
import { LinkButton } from '@randnotiz/ui/link-button'
import { Notice } from '@randnotiz/ui/notice'
import { Download } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { ImportForm } from './import-form.js'
import { newIn } from './import-groups.js'
import { ImportReport } from './import-report.js'
import { type ImportState, useImport } from './use-import.js'
import './exchange.css'

type Props = { documents: readonly [DocumentSummary, ...DocumentSummary[]] }

/** Taking contributions over to a text, and away from it. */
export function ImportDesk({ documents }: Props) {
  const { t } = useTranslation('exchange')
  const { state, check, take, startOver } = useImport()
  const [document, setDocument] = useState(documents[0])
  const isChoosing = state.step === 'choosing' || state.step === 'checking'
  return (
    <div className="import-desk">
      {isChoosing ? (
        <ImportForm
          documents={documents}
          document={document}
          onDocument={setDocument}
          refusal={state.step === 'choosing' ? state.refusal : null}
          busy={state.step === 'checking'}
          onCheck={wish => void check(wish)}
        />
      ) : (
        <Looked state={state} onTake={() => void take(state.wish, state.report)} onOther={startOver} />
      )}
      {isChoosing && (
        <section className="import-desk__archive" aria-labelledby="archive">
          <h2 id="archive">{t('archive.title')}</h2>
          <p>{t('archive.text')}</p>
          <p>
            <LinkButton href={openAddress.archive(document.slug)} download>
              <Download aria-hidden="true" />
              {t('archive.download')}
            </LinkButton>
          </p>
        </section>
      )}
    </div>
  )
}

type LookedState = Exclude<ImportState, { step: 'choosing' | 'checking' }>
type LookedProps = { state: LookedState; onTake(): void; onOther(): void }

function Looked({ state, onTake, onOther }: LookedProps) {
  const { t } = useTranslation('exchange')
  const refusalText = useRefusalText()
  const heading = useRef<HTMLHeadingElement>(null)
  const isTaken = state.step === 'taken'
  // The form has gone, and with it the place where somebody was.
  useEffect(() => heading.current?.focus(), [])
  const count = newIn(state.report.rows)
  const part = isTaken ? 'taken' : 'checked'
  return (
    <section className="import-desk__looked" aria-labelledby="looked">
      <h2 id="looked" ref={heading} tabIndex={-1}>
        {t(`${part}.title`)}
      </h2>
      <Notice tone={isTaken ? 'success' : 'info'} role="status">
        <p>{isTaken || count > 0 ? t(`${part}.text`) : t('checked.nothing')}</p>
      </Notice>
      {state.step === 'checked' && state.refusal !== null && (
        <Notice tone="problem" role="alert">
          <p>{refusalText(state.refusal)}</p>
        </Notice>
      )}
      <p className="import-desk__deeds">
        {isTaken && (
          <LinkButton look="primary" href={openAddress.reader(state.wish.slug)}>
            {t('taken.toText')}
          </LinkButton>
        )}
        {!isTaken && count > 0 && (
          <Button look="primary" busy={state.step === 'taking' ? t('taking') : null} onClick={onTake}>
            {t('take', { count })}
          </Button>
        )}
        {state.step !== 'taking' && <Button onClick={onOther}>{t('other')}</Button>}
      </p>
      <ImportReport report={state.report} />
    </section>
  )
}
