import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { StepId } from '@randnotiz/contract/kit/ids'
import type { PollForm, Step, StepPlan } from '@randnotiz/contract/workshops/agenda'
import { OptionId, Secrecy } from '@randnotiz/contract/workshops/voting'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'

type Props<Kind extends StepPlan['kind'] = StepPlan['kind']> = {
  plan: Extract<StepPlan, { kind: Kind }>
  /** The steps before it. */
  before: readonly Step[]
  onChange(plan: StepPlan): void
}

/** What there is to choose for a kind of step. */
export function PlanFields({ plan, before, onChange }: Props) {
  const { t } = useTranslation('workshops')
  switch (plan.kind) {
    case 'read':
      return null
    case 'gather':
      return <GatherFields plan={plan} before={before} onChange={onChange} />
    case 'group':
      return <SourceSelect plan={plan} before={before} onChange={onChange} />
    case 'dotVote':
      return (
        <>
          <SourceSelect plan={plan} before={before} onChange={onChange} />
          <div className="plan-form__pair">
            <NumberField
              label={t('editor.dots')}
              value={plan.dots}
              most={20}
              onChange={dots => onChange({ ...plan, dots, perOption: Math.min(plan.perOption, dots) })}
            />
            <NumberField
              label={t('editor.perOption')}
              value={plan.perOption}
              most={plan.dots}
              onChange={perOption => onChange({ ...plan, perOption })}
            />
          </div>
          <VotingFields plan={plan} onChange={onChange} />
        </>
      )
    case 'poll':
      return (
        <>
          <PollFields plan={plan} before={before} onChange={onChange} />
          <VotingFields plan={plan} onChange={onChange} />
        </>
      )
    case 'duel':
      return <VotingFields plan={plan} onChange={onChange} />
    case 'discussion':
      return (
        <NumberField
          label={t('editor.secondsPerTurn')}
          value={plan.secondsPerTurn}
          least={15}
          most={1_800}
          onChange={secondsPerTurn => onChange({ ...plan, secondsPerTurn })}
        />
      )
    case 'announcement':
      return (
        <TextArea
          label={t('editor.text')}
          value={plan.text}
          maxLength={2_000}
          onChange={event => onChange({ ...plan, text: event.target.value })}
        />
      )
  }
}

function GatherFields({ plan, onChange }: Props<'gather'>) {
  const { t } = useTranslation(['workshops', 'annotations'])
  const toggle = (kind: AnnotationKind) => {
    const kinds = AnnotationKind.options.filter(one =>
      one === kind ? !plan.kinds.includes(one) : plan.kinds.includes(one),
    )
    if (kinds.length > 0) onChange({ ...plan, kinds })
  }
  return (
    <>
      <fieldset className="plan-form__kinds">
        <legend className="field__label">{t('workshops:editor.kinds')}</legend>
        {AnnotationKind.options.map(kind => (
          <label key={kind} className="check">
            <input type="checkbox" checked={plan.kinds.includes(kind)} onChange={() => toggle(kind)} />
            <span>{t(`annotations:kind.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      <label className="check">
        <input
          type="checkbox"
          checked={plan.sealedInput}
          onChange={event => onChange({ ...plan, sealedInput: event.target.checked })}
        />
        <span>
          {t('workshops:editor.alone')}
          <span className="check__hint">{t('workshops:editor.aloneHint')}</span>
        </span>
      </label>
      <TextField
        label={t('workshops:editor.most')}
        hint={t('workshops:editor.mostHint')}
        type="number"
        min={1}
        max={50}
        value={plan.most ?? ''}
        onChange={event => {
          const most = Math.round(Number(event.target.value))
          onChange({ ...plan, most: most >= 1 ? Math.min(50, most) : null })
        }}
      />
    </>
  )
}

function SourceSelect({ plan, before, onChange }: Props<'group' | 'dotVote'>) {
  const { t } = useTranslation('workshops')
  const fits = before.filter(
    step => step.plan.kind === 'gather' || (plan.kind === 'dotVote' && step.plan.kind === 'group'),
  )
  return (
    <Select
      label={t('editor.source')}
      value={plan.source}
      options={fits.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={event => onChange({ ...plan, source: StepId.parse(event.target.value) })}
    />
  )
}

type NumberProps = {
  label: string
  value: number
  least?: number
  most: number
  onChange(value: number): void
}

function NumberField({ label, value, least = 1, most, onChange }: NumberProps) {
  return (
    <TextField
      label={label}
      type="number"
      min={least}
      max={most}
      value={value}
      onChange={event =>
        onChange(Math.min(most, Math.max(least, Math.round(Number(event.target.value) || least))))
      }
    />
  )
}

function VotingFields({ plan, onChange }: Pick<Props<'dotVote' | 'poll' | 'duel'>, 'plan' | 'onChange'>) {
  const { t } = useTranslation('workshops')
  return (
    <>
      <Select
        label={t('editor.secrecy')}
        hint={t(`secrecyLong.${plan.secrecy}`)}
        value={plan.secrecy}
        options={Secrecy.options.map(value => ({ value, label: t(`secrecy.${value}`) }))}
        onChange={event => onChange({ ...plan, secrecy: Secrecy.parse(event.target.value) })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={plan.hidden}
          onChange={event => onChange({ ...plan, hidden: event.target.checked })}
        />
        <span>{t('editor.hidden')}</span>
      </label>
    </>
  )
}

const forms = ['single', 'multiple', 'scale'] as const

function PollFields({ plan, onChange }: Props<'poll'>) {
  const { t } = useTranslation('workshops')
  const { poll } = plan
  const set = (next: PollForm) => onChange({ ...plan, poll: next })
  return (
    <>
      <TextField
        label={t('spot.question')}
        value={plan.question}
        maxLength={200}
        onChange={event => onChange({ ...plan, question: event.target.value })}
      />
      <Select
        label={t('editor.form')}
        value={poll.form}
        options={forms.map(value => ({ value, label: t(`pollForm.${value}`) }))}
        onChange={event =>
          set(inForm(poll, event.target.value, t('templateWords.rateLow'), t('templateWords.rateHigh')))
        }
      />
      {poll.form === 'scale' ? (
        <div className="plan-form__pair">
          <NumberField
            label={t('editor.points')}
            value={poll.points}
            least={3}
            most={11}
            onChange={points => set({ ...poll, points })}
          />
          <TextField
            label={t('editor.low')}
            value={poll.low}
            maxLength={200}
            onChange={event => set({ ...poll, low: event.target.value })}
          />
          <TextField
            label={t('editor.high')}
            value={poll.high}
            maxLength={200}
            onChange={event => set({ ...poll, high: event.target.value })}
          />
        </div>
      ) : (
        <AnswersField poll={poll} onChange={set} />
      )}
      {poll.form === 'multiple' && (
        <NumberField
          label={t('editor.mostAnswers')}
          value={poll.most}
          most={poll.options.length}
          onChange={most => set({ ...poll, most })}
        />
      )}
    </>
  )
}

type Listed = Extract<PollForm, { options: unknown }>

/** One answer a line; the id of a line stays with its place. */
function AnswersField({ poll, onChange }: { poll: Listed; onChange(poll: PollForm): void }) {
  const { t } = useTranslation('workshops')
  return (
    <TextArea
      label={t('spot.answers')}
      hint={t('spot.answersHint')}
      value={poll.options.map(({ label }) => label).join('\n')}
      onChange={event => {
        const options = event.target.value
          .split('\n')
          .slice(0, 12)
          .map((label, at) => ({ id: poll.options[at]?.id ?? OptionId.parse(`answer-${at + 1}`), label }))
        onChange({ ...poll, options })
      }}
    />
  )
}

function inForm(poll: PollForm, form: string, low: string, high: string): PollForm {
  if (form === 'scale') return poll.form === 'scale' ? poll : { form, points: 5, low, high }
  const options =
    poll.form === 'scale'
      ? [low, high].map((label, at) => ({ id: OptionId.parse(`answer-${at + 1}`), label }))
      : poll.options
  return form === 'multiple'
    ? { form, options, most: Math.min(2, options.length) }
    : { form: 'single', options }
}
