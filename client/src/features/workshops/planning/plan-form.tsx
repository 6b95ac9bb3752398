import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import { planWorkshop } from '@randnotiz/contract/workshops/endpoints'
import { agendaPath } from '@randnotiz/contract/workshops/paths'
import type { Setup } from '@randnotiz/contract/workshops/session'
import { Button } from '@randnotiz/ui/button'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { newCommandId } from '../live/new-ids.js'
import { SetupFields } from './setup-fields.js'
import { type TemplateName, templateAgenda, templateNames } from './templates.js'
import './planning.css'

type Props = { processId: ProcessId; documents: readonly DocumentSummary[] }

/** A new workshop: from which template, on which texts, when and where. */
export function PlanForm({ processId, documents }: Props) {
  const { t } = useTranslation('workshops')
  const localized = useLocalized()
  const navigate = useNavigate()
  const { state, run } = useDeed(planWorkshop)
  const commandId = useRef(newCommandId())
  const [template, setTemplate] = useState<TemplateName>('rating')
  const [chosen, setChosen] = useState<readonly DocumentId[]>(() => documents.slice(0, 1).map(({ id }) => id))
  const [setup, setSetup] = useState<Setup>(() => ({
    processId,
    title: '',
    invitation: '',
    documentIds: [],
    admission: 'open',
    startsAt: null,
    place: '',
    rehearsal: false,
  }))
  const [problem, setProblem] = useState<'title' | 'documents' | null>(null)

  async function plan(event: FormEvent) {
    event.preventDefault()
    const missing = setup.title.trim() === '' ? 'title' : chosen.length === 0 ? 'documents' : null
    setProblem(missing)
    if (missing !== null) return
    const agenda = templateAgenda(template, chosen, key => t(`templateWords.${key}`))
    const body = { commandId: commandId.current, setup: { ...setup, documentIds: [...chosen] }, agenda }
    const answer = await run({ body })
    if (answer.ok) await navigate(agendaPath(answer.value.workshopId))
    else if (answer.refusal.code !== 'server/unavailable') commandId.current = newCommandId()
  }

  return (
    <form className="plan-form" onSubmit={plan} noValidate>
      <RadioGroup<TemplateName>
        legend={t('plan.template')}
        options={templateNames.map(value => ({
          value,
          label: t(`template.${value}.title`),
          description: t(`template.${value}.text`),
        }))}
        value={template}
        onChange={setTemplate}
      />
      <fieldset className="plan-form__documents">
        <legend className="field__label">{t('plan.documents')}</legend>
        {documents.map(({ id, title }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, id] : chosen.filter(other => other !== id))
              }
            />
            <span>{localized(title)}</span>
          </label>
        ))}
        {problem === 'documents' && <p className="field__error">{t('plan.documentsMissing')}</p>}
      </fieldset>
      <SetupFields
        setup={setup}
        titleError={problem === 'title' ? t('plan.titleMissing') : null}
        onChange={change => setSetup({ ...setup, ...change })}
      />
      <DeedProblem state={state} />
      <p>
        <Button type="submit" look="primary" busy={state.type === 'under-way' ? t('plan.underWay') : null}>
          {t('plan.plan')}
        </Button>
      </p>
    </form>
  )
}
