import { type ExportsPage, startExport } from '@randnotiz/contract/answers/exports/endpoints'
import type { ExportJob } from '@randnotiz/contract/answers/exports/export-job'
import { type ExportOrder, SynopsisFormat, TextFormat } from '@randnotiz/contract/answers/exports/order'
import { CommandId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { Select } from '@randnotiz/ui/select'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useDeed } from '../../../platform/use-deed.js'
import { SynopsisChoices } from './synopsis-choices.js'
import { TextChoices } from './text-choices.js'
import { useExportForm } from './use-export-form.js'

type Props = { page: ExportsPage; onStarted(job: ExportJob): void }

const kinds: readonly ExportOrder['kind'][] = ['synopsis', 'text', 'comparison', 'paper']

/** What file somebody wants. */
export function ExportForm({ page, onStarted }: Props) {
  const { t } = useTranslation('exports')
  const refusalText = useRefusalText()
  const deed = useDeed(startExport)
  const form = useExportForm(page)
  const { wish, change } = form
  const isText = wish.kind === 'text' || wish.kind === 'comparison'

  async function submit(event: FormEvent) {
    event.preventDefault()
    const order = form.order()
    if (order === null) return
    const commandId = CommandId.parse(crypto.randomUUID())
    const started = await deed.run({ body: { commandId, order } })
    if (started.ok) onStarted(started.value)
  }

  return (
    <form className="export-form" onSubmit={event => void submit(event)}>
      <RadioGroup
        legend={t('what.legend')}
        value={wish.kind}
        onChange={kind => change({ kind })}
        options={kinds.map(kind => ({
          value: kind,
          label: t(`what.${kind}`),
          description: t(`what.${kind}Hint`),
        }))}
      />
      {wish.kind === 'synopsis' && (
        <Select
          label={t('format')}
          value={wish.synopsisFormat}
          options={offered(SynopsisFormat.options, page).map(value => ({
            value,
            label: t(`formats.${value}`),
          }))}
          onChange={({ currentTarget }) =>
            change({ synopsisFormat: SynopsisFormat.parse(currentTarget.value) })
          }
        />
      )}
      {isText && (
        <Select
          label={t('format')}
          value={wish.textFormat}
          options={offered(TextFormat.options, page).map(value => ({ value, label: t(`formats.${value}`) }))}
          onChange={({ currentTarget }) => change({ textFormat: TextFormat.parse(currentTarget.value) })}
        />
      )}
      {!page.canPrint && wish.kind !== 'paper' && (
        <Notice>
          <p>{t('noPrinter')}</p>
        </Notice>
      )}
      {wish.kind === 'synopsis' && <SynopsisChoices page={page} form={form} />}
      {isText && <TextChoices page={page} form={form} />}
      {deed.state.type === 'refused' && (
        <Notice tone="problem" role="alert">
          <p>{refusalText(deed.state.refusal)}</p>
        </Notice>
      )}
      <Button look="primary" type="submit" busy={deed.state.type === 'under-way' ? t('starting') : null}>
        {t('start')}
      </Button>
    </form>
  )
}

const offered = <Format extends string>(formats: readonly Format[], { canPrint }: ExportsPage): Format[] =>
  formats.filter(format => canPrint || format !== 'pdf')
