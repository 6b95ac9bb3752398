import { type DocumentSummary, Leeway } from '@randnotiz/contract/documents/document'
import { CommandId } from '@randnotiz/contract/kit/ids'
import type { ProcessDesk } from '@randnotiz/contract/publishing/settings'
import { changeDocumentFrame } from '@randnotiz/contract/publishing/settings-endpoints'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'
import { LocalizedField } from './localized-field.js'

type Props = { document: DocumentSummary; onSaved(desk: ProcessDesk): void }

/** How much can still change in a text, and what exactly. */
export function LeewayForm({ document, onSaved }: Props) {
  const { t } = useTranslation(['settings', 'reader'])
  const announce = useAnnounce()
  const deed = useDeed(changeDocumentFrame)
  const [leeway, setLeeway] = useState(document.leeway)
  const [text, setText] = useState(document.leewayText ?? { de: '', en: '' })
  const [tried, setTried] = useState(false)
  const filled = [text.de, text.en].filter(words => words.trim() !== '').length

  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (filled === 1) return
    const saved = await deed.run({
      params: { documentId: document.id },
      body: {
        commandId: CommandId.parse(crypto.randomUUID()),
        frame: { leeway, leewayText: filled === 0 ? null : text },
      },
    })
    if (!saved.ok) return
    onSaved(saved.value)
    announce(t('settings:saved'))
  }

  return (
    <form className="leeway-form" noValidate onSubmit={event => void save(event)}>
      <Select
        label={t('settings:documents.leeway')}
        value={leeway}
        onChange={event => setLeeway(Leeway.parse(event.target.value))}
        options={Leeway.options.map(value => ({ value, label: t(`reader:leeway.${value}`) }))}
      />
      <LocalizedField
        label={t('settings:documents.leewayText')}
        hint={t('settings:documents.leewayHint')}
        value={text}
        most={600}
        lines="several"
        error={tried && filled === 1 ? t('settings:documents.both') : null}
        onChange={setText}
      />
      <DeedProblem state={deed.state} />
      <p>
        <Button
          type="submit"
          look="secondary"
          size="small"
          busy={deed.state.type === 'under-way' ? t('settings:underWay') : null}
        >
          {t('settings:save')}
        </Button>
      </p>
    </form>
  )
}
