import type { Verdict } from '@randnotiz/contract/annotations/moderation/decision'
import type { QueueItem } from '@randnotiz/contract/annotations/moderation/queue'
import type { TextBlock } from '@randnotiz/contract/annotations/moderation/settings'
import { type HideDuration, HouseRule } from '@randnotiz/contract/annotations/publication'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../platform/i18n/use-language.js'

type Props = {
  item: QueueItem
  textBlocks: readonly TextBlock[]
  busy: boolean
  onDecide(verdict: Verdict): void
  onCancel(): void
}

const durations = ['untilEdited', 'week', 'month', 'forGood'] as const
type Duration = (typeof durations)[number]

const dayMs = 24 * 60 * 60_000

function durationOf(chosen: Duration): HideDuration {
  const after = (days: number) => new Date(Date.now() + days * dayMs).toISOString()
  switch (chosen) {
    case 'untilEdited':
      return { lasts: 'until-edited' }
    case 'week':
      return { lasts: 'until', moment: after(7) }
    case 'month':
      return { lasts: 'until', moment: after(30) }
    case 'forGood':
      return { lasts: 'for-good' }
  }
}

/** The statement of reasons: which rule, why, for how long. */
export function VerdictForm({ item, textBlocks, busy, onDecide, onCancel }: Props) {
  const { t } = useTranslation(['moderation', 'annotations'])
  const language = useLanguage()
  const [rule, setRule] = useState<HouseRule>(() => ruleOfReports(item))
  const [facts, setFacts] = useState('')
  const [duration, setDuration] = useState<Duration>('untilEdited')
  const [missing, setMissing] = useState(false)
  const first = useRef<HTMLSelectElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])

  function take(id: string) {
    const block = textBlocks.find(each => each.id === id)
    if (block === undefined) return
    setRule(block.rule)
    setFacts(block.text[language])
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(facts.trim() === '')
    if (facts.trim() === '') return area.current?.focus()
    onDecide({ kind: 'hide', rule, facts, duration: durationOf(duration) })
  }

  return (
    <form className="verdict-form" onSubmit={submit} noValidate aria-label={t('verdict.hideTitle')}>
      <h3>{t('verdict.hideTitle')}</h3>
      <div className="verdict-form__choices">
        <Select
          ref={first}
          label={t('verdict.block')}
          defaultValue=""
          onChange={event => take(event.target.value)}
          options={[
            { value: '', label: t('verdict.noBlock') },
            ...textBlocks.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <Select
          label={t('verdict.rule')}
          value={rule}
          onChange={event => setRule(HouseRule.parse(event.target.value))}
          options={HouseRule.options.map(value => ({ value, label: t(`annotations:houseRule.${value}`) }))}
        />
        <Select
          label={t('verdict.duration')}
          value={duration}
          onChange={event =>
            setDuration(durations.find(each => each === event.target.value) ?? 'untilEdited')
          }
          options={durations.map(value => ({ value, label: t(`verdict.${value}`) }))}
        />
      </div>
      <TextArea
        ref={area}
        label={t('verdict.facts')}
        hint={t('verdict.factsHint')}
        value={facts}
        error={missing ? t('verdict.factsMissing') : null}
        maxLength={2_000}
        onChange={event => setFacts(event.target.value)}
      />
      <div className="form-actions">
        <Button type="submit" look="primary" size="small" busy={busy ? t('verdict.underWay') : null}>
          {t('verdict.submit')}
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          {t('verdict.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** What was reported most likely is the reason. */
function ruleOfReports({ why }: QueueItem): HouseRule {
  const reported = why.find(reason => reason.kind === 'reported')
  return (reported?.kind === 'reported' && reported.reports[0]?.rule) || 'insult'
}
