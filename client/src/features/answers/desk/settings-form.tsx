import { changeAnswerSettings, getAnswerDesk } from '@randnotiz/contract/answers/endpoints'
import { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { type AnswerSettings, UnitId } from '@randnotiz/contract/answers/settings'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import type { blockHoles } from '@randnotiz/domain/answers/fill-text-block'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'
import './desk.css'
import './case.css'

type Block = AnswerSettings['textBlocks'][number]
type Props = { processId: ProcessId; settings: AnswerSettings }

/** They stand for themselves in the sentence that explains them. */
const holes = {
  dokument: '{{dokument}}',
  kapitel: '{{kapitel}}',
  name: '{{name}}',
  zitat: '{{zitat}}',
  datum: '{{datum}}',
} as const satisfies Record<(typeof blockHoles)[number], string>
const freshId = () => crypto.randomUUID().slice(0, 8)

/** Units and text blocks of a process. */
export function SettingsForm({ processId, settings }: Props) {
  const { t } = useTranslation('answers')
  const deed = useDeed(changeAnswerSettings)
  const queryClient = useQueryClient()
  const [known, setKnown] = useState(settings)
  const [saved, setSaved] = useState(false)
  const change = (changed: Partial<AnswerSettings>) => {
    setSaved(false)
    setKnown({ ...known, ...changed })
  }
  async function save(event: FormEvent) {
    event.preventDefault()
    const result = await deed.run({ params: { processId }, body: known })
    if (!result.ok) return
    setKnown(result.value)
    setSaved(true)
    await queryClient.invalidateQueries({ queryKey: [getAnswerDesk.name] })
  }
  const { units, textBlocks } = known
  return (
    <form className="answer-desk" onSubmit={event => void save(event)}>
      <section className="case-box" aria-label={t('settings.units')}>
        <h2>{t('settings.units')}</h2>
        {units.map((unit, at) => (
          <div className="settings-unit" key={unit.id}>
            <TextField
              label={t('settings.unitName')}
              value={unit.name}
              maxLength={120}
              required
              onChange={event => change({ units: units.with(at, { ...unit, name: event.target.value }) })}
            />
            <Button look="quiet" size="small" onClick={() => change({ units: units.toSpliced(at, 1) })}>
              {t('settings.remove')}
            </Button>
          </div>
        ))}
        <Button
          look="secondary"
          size="small"
          onClick={() => change({ units: [...units, { id: UnitId.parse(freshId()), name: '' }] })}
        >
          {t('settings.addUnit')}
        </Button>
      </section>
      <section className="case-box" aria-label={t('settings.blocks')}>
        <h2>{t('settings.blocks')}</h2>
        <p className="case-hint">{t('settings.holes', holes)}</p>
        {textBlocks.map((block, at) => (
          <BlockFields
            key={block.id}
            block={block}
            onChange={changed => change({ textBlocks: textBlocks.with(at, changed) })}
            onRemove={() => change({ textBlocks: textBlocks.toSpliced(at, 1) })}
          />
        ))}
        <Button
          look="secondary"
          size="small"
          onClick={() =>
            change({ textBlocks: [...textBlocks, { id: freshId(), title: '', text: '', outcome: null }] })
          }
        >
          {t('settings.addBlock')}
        </Button>
      </section>
      <DeedProblem state={deed.state} />
      {saved && (
        <Notice tone="success" role="status">
          <p>{t('settings.saved')}</p>
        </Notice>
      )}
      <div className="form-actions">
        <Button type="submit" look="primary" busy={deed.state.type === 'under-way' ? t('case.saving') : null}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  )
}

type BlockProps = { block: Block; onChange(block: Block): void; onRemove(): void }

function BlockFields({ block, onChange, onRemove }: BlockProps) {
  const { t } = useTranslation('answers')
  return (
    <fieldset className="case-block">
      <legend>{block.title}</legend>
      <TextField
        label={t('settings.blockTitle')}
        value={block.title}
        maxLength={120}
        required
        onChange={event => onChange({ ...block, title: event.target.value })}
      />
      <Select
        label={t('settings.blockOutcome')}
        value={block.outcome ?? ''}
        onChange={event =>
          onChange({ ...block, outcome: OutcomeKind.safeParse(event.target.value).data ?? null })
        }
        options={[
          { value: '', label: t('settings.anyOutcome') },
          ...OutcomeKind.options.map(value => ({ value, label: t(`outcome.${value}`) })),
        ]}
      />
      <TextArea
        label={t('settings.blockText')}
        value={block.text}
        maxLength={5_000}
        required
        onChange={event => onChange({ ...block, text: event.target.value })}
      />
      <Button look="quiet" size="small" onClick={onRemove}>
        {t('settings.remove')}
      </Button>
    </fieldset>
  )
}
