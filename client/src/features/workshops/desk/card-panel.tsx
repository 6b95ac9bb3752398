import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { contributionLimit } from '@randnotiz/contract/workshops/contributions'
import { typeCard } from '@randnotiz/contract/workshops/endpoints'
import type { AgendaItem } from '@randnotiz/contract/workshops/session'
import { takesCards } from '@randnotiz/domain/workshops/contributions'
import { crewRights } from '@randnotiz/domain/workshops/crew-rights'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'
import { newCommandId } from '../live/new-ids.js'
import { useDeskContext } from './use-desk.js'
import './card-panel.css'

/** Paper cards and spoken words, typed in one after the other: the last gathering that was opened is the one meant. */
export function CardPanel() {
  const { t } = useTranslation('workshops')
  const { view } = useDeskContext()
  const { session, role } = view
  const item = session.agenda.findLast(one => takesCards(session, one))
  if (!item || role === null || !crewRights.makeGroup.roles.includes(role)) return null
  return (
    <details className="panel">
      <summary>{t('cards.title')}</summary>
      <CardForm key={item.step.id} item={item} />
    </details>
  )
}

function CardForm({ item }: { item: AgendaItem }) {
  const { t } = useTranslation(['workshops', 'annotations'])
  const { view } = useDeskContext()
  const announce = useAnnounce()
  const { state, run } = useDeed(typeCard)
  const { plan, subject, id: stepId, title } = item.step
  // A wording needs the words that it would replace; on a card nobody has marked them.
  const kinds = plan.kind === 'gather' ? plan.kinds.filter((one): boolean => one !== 'wording') : []
  const [kind, setKind] = useState(kinds[0])
  const [body, setBody] = useState('')
  const [commandId, setCommandId] = useState(newCommandId)
  const documentId = subject?.documentId ?? view.session.setup.documentIds[0]
  if (kind === undefined || documentId === undefined) return null
  async function keep() {
    if (kind === undefined || documentId === undefined || body.trim() === '') return
    const place = { documentId, blockId: subject?.blockId ?? null, quote: null }
    const card = { commandId, stepId, ...place, kind, body: body.trim(), replacement: null }
    const kept = await run({ params: { workshopId: view.workshopId }, body: card })
    if (!kept.ok) return
    setCommandId(newCommandId())
    setBody('')
    announce(t('workshops:cards.kept'))
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void keep()
  }
  return (
    <form
      className="desk-card-form"
      onSubmit={event => {
        event.preventDefault()
        void keep()
      }}
    >
      <p className="panel__hint">{t('workshops:cards.about', { title })}</p>
      <Select
        label={t('workshops:cards.kind')}
        value={kind}
        options={kinds.map(value => ({ value, label: t(`annotations:kind.${value}`) }))}
        onChange={event => setKind(AnnotationKind.parse(event.target.value))}
      />
      <TextArea
        label={t('workshops:cards.words')}
        hint={t('workshops:cards.hint')}
        value={body}
        maxLength={contributionLimit}
        onKeyDown={press}
        onChange={event => setBody(event.target.value)}
      />
      <DeedProblem state={state} />
      <Button
        type="submit"
        size="small"
        busy={state.type === 'under-way' ? t('workshops:cards.underWay') : null}
      >
        {t('workshops:cards.keep')}
      </Button>
    </form>
  )
}
