import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { Agenda, Step } from '@randnotiz/contract/workshops/agenda'
import { Badge } from '@randnotiz/ui/badge'
import { Button } from '@randnotiz/ui/button'
import { TextField } from '@randnotiz/ui/text-field'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PlanFields } from './plan-fields.js'
import { SubjectFields } from './subject-fields.js'

type Props = {
  step: Step
  agenda: Agenda
  documents: readonly DocumentSummary[]
  /** `isFixed`: it has happened already. */
  position: { at: number; last: number; isFixed: boolean }
  onChange(step: Step): void
  onShift(by: 1 | -1): void
  onRemove(): void
}

/** A step of the agenda: name, minutes, what people do, and where in the text. */
export function StepCard({ step, agenda, documents, position, onChange, onShift, onRemove }: Props) {
  const { t } = useTranslation('workshops')
  const { title, minutes, plan } = step
  const { at, last, isFixed } = position
  const hasPlace = plan.kind !== 'group' && plan.kind !== 'dotVote' && plan.kind !== 'announcement'
  return (
    <li className="step-card">
      <div className="step-card__head">
        <span className="step-card__number">{at + 1}</span>
        <Badge tone="accent">{t(`kind.${plan.kind}`)}</Badge>
        {isFixed && <Badge>{t('editor.happened')}</Badge>}
        <span className="step-card__deeds">
          <Button
            size="small"
            look="quiet"
            disabled={at === 0 || isFixed}
            aria-label={t('editor.up', { title })}
            onClick={() => onShift(-1)}
          >
            <ArrowUp aria-hidden="true" />
          </Button>
          <Button
            size="small"
            look="quiet"
            disabled={at === last || isFixed}
            aria-label={t('editor.down', { title })}
            onClick={() => onShift(1)}
          >
            <ArrowDown aria-hidden="true" />
          </Button>
          <Button
            size="small"
            look="quiet"
            disabled={isFixed}
            aria-label={t('editor.remove', { title })}
            onClick={onRemove}
          >
            <Trash2 aria-hidden="true" />
          </Button>
        </span>
      </div>
      {isFixed ? (
        <p className="step-card__title">{title}</p>
      ) : (
        <>
          <div className="step-card__words">
            <TextField
              label={t('editor.title')}
              value={title}
              maxLength={160}
              onChange={event => onChange({ ...step, title: event.target.value })}
            />
            <TextField
              label={t('editor.minutes')}
              type="number"
              min={1}
              max={480}
              value={minutes}
              onChange={event =>
                onChange({ ...step, minutes: Math.max(1, Math.round(Number(event.target.value) || 1)) })
              }
            />
          </div>
          <PlanFields
            plan={plan}
            before={agenda.slice(0, at)}
            onChange={next => onChange({ ...step, plan: next })}
          />
          {hasPlace && (
            <SubjectFields
              subject={step.subject}
              documents={documents}
              onChange={subject => onChange({ ...step, subject })}
            />
          )}
        </>
      )}
    </li>
  )
}
