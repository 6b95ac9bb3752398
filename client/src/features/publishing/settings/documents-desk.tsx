import { DocumentKind, type DocumentSummary } from '@randnotiz/contract/documents/document'
import { CommandId } from '@randnotiz/contract/kit/ids'
import type { ProcessDesk } from '@randnotiz/contract/publishing/settings'
import { orderDocuments } from '@randnotiz/contract/publishing/settings-endpoints'
import { Button } from '@randnotiz/ui/button'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { LeewayForm } from './leeway-form.js'

type Props = { desk: ProcessDesk; onSaved(desk: ProcessDesk): void }

/** The order of the texts, and how much can still change in each. */
export function DocumentsDesk({ desk, onSaved }: Props) {
  const { t } = useTranslation('settings')
  return (
    <section className="process-settings__part" aria-labelledby="documents-desk">
      <h2 id="documents-desk">{t('documents.title')}</h2>
      <p>{t('documents.intro')}</p>
      {DocumentKind.options.map(kind => (
        <KindList key={kind} kind={kind} desk={desk} onSaved={onSaved} />
      ))}
    </section>
  )
}

function KindList({ kind, desk, onSaved }: Props & { kind: DocumentKind }) {
  const { t } = useTranslation('settings')
  const deed = useDeed(orderDocuments)
  const documents = desk.documents.filter(document => document.kind === kind)

  async function move(place: number, by: 1 | -1) {
    const order = documents.map(({ id }) => id)
    const [moved] = order.splice(place, 1)
    if (moved === undefined) return
    order.splice(place + by, 0, moved)
    const params = { processId: desk.process.id }
    const saved = await deed.run({
      params,
      body: { commandId: CommandId.parse(crypto.randomUUID()), kind, order },
    })
    if (saved.ok) onSaved(saved.value)
  }

  if (documents.length === 0) return null
  return (
    <>
      <h3>{t(`documents.${kind}`)}</h3>
      <DeedProblem state={deed.state} />
      <ol className="documents-desk">
        {documents.map((document, place) => (
          <li key={document.id}>
            <DocumentRow document={document} onSaved={onSaved} />
            {(['up', 'down'] as const).map(way => (
              <MoveButton
                key={way}
                way={way}
                document={document}
                isLast={way === 'up' ? place === 0 : place === documents.length - 1}
                onMove={() => void move(place, way === 'up' ? -1 : 1)}
              />
            ))}
          </li>
        ))}
      </ol>
    </>
  )
}

type RowProps = { document: DocumentSummary; onSaved: Props['onSaved'] }

function DocumentRow({ document, onSaved }: RowProps) {
  const { t } = useTranslation('reader')
  const localized = useLocalized()
  return (
    <details className="documents-desk__row">
      <summary>
        {document.number}. {localized(document.title)} <small>({t(`leeway.${document.leeway}`)})</small>
      </summary>
      <LeewayForm document={document} onSaved={onSaved} />
    </details>
  )
}

type MoveProps = { way: 'up' | 'down'; document: DocumentSummary; isLast: boolean; onMove(): void }

/** Stays in its place at the end of the list, so that the focus does not get lost. */
function MoveButton({ way, document, isLast, onMove }: MoveProps) {
  const { t } = useTranslation('settings')
  const localized = useLocalized()
  const Icon = way === 'up' ? ArrowUp : ArrowDown
  return (
    <Button
      size="small"
      look="quiet"
      aria-disabled={isLast}
      aria-label={t(`documents.${way}`, { title: localized(document.title) })}
      onClick={event => {
        event.preventDefault()
        if (!isLast) onMove()
      }}
    >
      <Icon aria-hidden="true" />
    </Button>
  )
}
