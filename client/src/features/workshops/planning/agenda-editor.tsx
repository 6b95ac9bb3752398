import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { StepId } from '@randnotiz/contract/kit/ids'
import type { Agenda, Step } from '@randnotiz/contract/workshops/agenda'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import { deskPath, sheetPath } from '@randnotiz/contract/workshops/paths'
import type { Setup } from '@randnotiz/contract/workshops/session'
import { hasHappened } from '@randnotiz/domain/workshops/agenda'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Notice } from '@randnotiz/ui/notice'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { CrewEditor } from '../crew/crew-editor.js'
import { useDesk } from '../desk/use-desk.js'
import { newUuid } from '../live/new-ids.js'
import { newPlan, type StepKindName } from './new-plan.js'
import { SetupFields } from './setup-fields.js'
import { StepCard } from './step-card.js'
import { StepKindSelect } from './step-kind-select.js'
import './planning.css'

type Props = { first: DeskView; documents: readonly DocumentSummary[] }

/** The agenda and what stands on the invitation, also while a session runs: only what is still to come can be changed. */
export function AgendaEditor({ first, documents }: Props) {
  const { t } = useTranslation('workshops')
  const { view, move, refusal } = useDesk(first)
  const [isSaving, setSaving] = useState(false)
  const refusalText = useRefusalText()
  const announce = useAnnounce()
  const [draft, setDraft] = useState<Agenda | null>(null)
  const [setupDraft, setSetupDraft] = useState<Setup | null>(null)
  const [kind, setKind] = useState<StepKindName>('gather')
  const { session, workshopId } = view
  const agenda = draft ?? session.agenda.map(({ step }) => step)
  const setup = setupDraft ?? session.setup
  const fixed = new Set(session.agenda.filter(hasHappened).map(({ step }) => step.id))
  const minutes = agenda.reduce((sum, step) => sum + step.minutes, 0)
  const shown = documents.filter(({ id }) => setup.documentIds.includes(id))

  const change = (at: number, step: Step) => setDraft(agenda.with(at, step))
  const remove = (at: number) => setDraft(agenda.toSpliced(at, 1))
  function shift(at: number, by: 1 | -1) {
    const step = agenda[at]
    if (step !== undefined) setDraft(agenda.toSpliced(at, 1).toSpliced(at + by, 0, step))
  }
  function add() {
    const id = StepId.parse(newUuid())
    const plan = newPlan(kind, agenda, t)
    if (plan === null) return announce(t('editor.needsSource'))
    const [document] = setup.documentIds
    const subject =
      document === undefined ? null : { documentId: document, blockId: null, annotationId: null }
    setDraft([...agenda, { id, title: t(`kind.${kind}`), minutes: 10, subject, plan }])
  }
  async function save() {
    setSaving(true)
    const isSaved = await sendChanges()
    setSaving(false)
    if (isSaved) announce(t('editor.saved'))
  }
  async function sendChanges(): Promise<boolean> {
    if (setupDraft !== null && !(await move({ move: 'changeSetup', setup: setupDraft }))) return false
    setSetupDraft(null)
    if (draft !== null && !(await move({ move: 'changeAgenda', agenda: draft }))) return false
    setDraft(null)
    return true
  }

  const isChanged = draft !== null || setupDraft !== null
  return (
    <div className="agenda-editor">
      <p className="agenda-editor__ways">
        <Link to={deskPath(workshopId)} className={buttonClass({ look: 'secondary', size: 'small' })}>
          {t('editor.toDesk')}
        </Link>
        <Link to={sheetPath(workshopId)} className={buttonClass({ look: 'secondary', size: 'small' })}>
          {t('desk.sheet')}
        </Link>
      </p>
      <section className="agenda-editor__steps" aria-labelledby="editor-agenda">
        <h2 id="editor-agenda">{t('desk.agenda')}</h2>
        <p className="panel__hint">{t('editor.total', { count: minutes })}</p>
        <ol>
          {agenda.map((step, at) => (
            <StepCard
              key={step.id}
              step={step}
              agenda={agenda}
              documents={shown}
              position={{ at, last: agenda.length - 1, isFixed: fixed.has(step.id) }}
              onChange={changed => change(at, changed)}
              onShift={by => shift(at, by)}
              onRemove={() => remove(at)}
            />
          ))}
        </ol>
        <div className="agenda-editor__add">
          <StepKindSelect value={kind} onChange={setKind} />
          <Button size="small" onClick={add}>
            <Plus aria-hidden="true" />
            {t('editor.add')}
          </Button>
        </div>
      </section>
      <CrewEditor view={view} move={move} />
      <details className="agenda-editor__setup">
        <summary>{t('editor.setup')}</summary>
        <div className="plan-form">
          <SetupFields setup={setup} onChange={more => setSetupDraft({ ...setup, ...more })} />
        </div>
      </details>
      {refusal !== null && (
        <Notice tone="problem" role="alert">
          <p>{refusalText(refusal)}</p>
        </Notice>
      )}
      {isChanged && (
        <div className="agenda-editor__save">
          <Button look="primary" busy={isSaving ? t('editor.saving') : null} onClick={() => void save()}>
            {t('editor.save')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              setDraft(null)
              setSetupDraft(null)
            }}
          >
            {t('editor.discard')}
          </Button>
        </div>
      )}
    </div>
  )
}
