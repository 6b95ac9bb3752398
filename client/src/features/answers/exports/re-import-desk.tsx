import { importSynopsis } from '@randnotiz/contract/answers/exports/endpoints'
import type { ReImportReport, ReImportRow } from '@randnotiz/contract/answers/exports/re-import'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Field } from '@randnotiz/ui/field'
import { Notice } from '@randnotiz/ui/notice'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useDeed } from '../../../platform/use-deed.js'
import { ReImportTable } from './re-import-table.js'
import './exports.css'

type Looked = { file: string; report: ReImportReport }

const canBeTaken = ({ result }: ReImportRow) => result === 'new'

/** Taking a filled-in synopsis back: looked at first, then taken. */
export function ReImportDesk({ processId }: { processId: ProcessId }) {
  const { t } = useTranslation('exports')
  const refusalText = useRefusalText()
  const deed = useDeed(importSynopsis)
  const [chosen, setChosen] = useState<File | null>(null)
  const [mistake, setMistake] = useState<string | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const isBusy = deed.state.type === 'under-way'

  async function send(run: 'check' | 'take', file: string) {
    const answer = await deed.run({ body: { run, processId, file } })
    if (answer.ok) setLooked({ file, report: answer.value })
  }

  async function check(event: FormEvent) {
    event.preventDefault()
    if (chosen === null) return setMistake(t('back.missing'))
    setMistake(null)
    await send('check', toBase64(new Uint8Array(await chosen.arrayBuffer())))
  }

  return (
    <div className="exports-desk">
      {deed.state.type === 'refused' && (
        <Notice tone="problem" role="alert">
          <p>{refusalText(deed.state.refusal)}</p>
        </Notice>
      )}
      {looked === null ? (
        <form className="export-form" onSubmit={event => void check(event)} noValidate>
          <Field label={t('back.file')} hint={t('back.fileHint')} error={mistake}>
            {control => (
              <input
                {...control}
                className="field__control export-form__file"
                type="file"
                accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                onChange={({ currentTarget }) => setChosen(currentTarget.files?.[0] ?? null)}
              />
            )}
          </Field>
          <Button look="primary" type="submit" busy={isBusy ? t('back.checking') : null}>
            {t('back.check')}
          </Button>
        </form>
      ) : (
        <Report
          looked={looked}
          busy={isBusy}
          onTake={() => void send('take', looked.file)}
          onOther={() => {
            setLooked(null)
            setChosen(null)
          }}
        />
      )}
    </div>
  )
}

type ReportProps = { looked: Looked; busy: boolean; onTake(): void; onOther(): void }

function Report({ looked: { report }, busy, onTake, onOther }: ReportProps) {
  const { t } = useTranslation('exports')
  const count = report.rows.filter(canBeTaken).length
  const isTaken = report.run === 'take'
  return (
    <section className="exports-desk__report" aria-label={t('back.table')}>
      <Notice tone={isTaken ? 'success' : 'info'} role="status">
        <p>{isTaken ? t('back.taken') : count > 0 ? t('back.checked') : t('back.nothing')}</p>
      </Notice>
      <p className="exports-desk__deeds">
        {!isTaken && count > 0 && (
          <Button look="primary" busy={busy ? t('back.taking') : null} onClick={onTake}>
            {t('back.take', { count })}
          </Button>
        )}
        <Button onClick={onOther}>{t('back.other')}</Button>
      </p>
      <ReImportTable report={report} />
    </section>
  )
}

function toBase64(bytes: Uint8Array): string {
  const portion = 32_768
  let text = ''
  for (let at = 0; at < bytes.length; at += portion)
    text += String.fromCharCode(...bytes.subarray(at, at + portion))
  return btoa(text)
}
