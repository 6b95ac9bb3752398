import { changeModerationSettings } from '@randnotiz/contract/annotations/moderation/endpoints'
import {
  type ModerationSettings,
  type ModerationSettingsPage,
  ModerationTime,
} from '@randnotiz/contract/annotations/moderation/settings'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { TextBlocks } from './text-blocks.js'
import './moderation.css'

type Props = { processId: ProcessId; page: ModerationSettingsPage }

const numberIn = (typed: string) => (/^\d+$/.test(typed.trim()) ? Number(typed) : null)

/** How a process is moderated. */
export function SettingsForm({ processId, page }: Props) {
  const { t } = useTranslation('moderation')
  const localized = useLocalized()
  const announce = useAnnounce()
  const deed = useDeed(changeModerationSettings)
  const { settings } = page
  const [phases, setPhases] = useState(settings.phases)
  const [links, setLinks] = useState(String(settings.linksAllowed ?? ''))
  const [count, setCount] = useState(String(settings.rate?.count ?? ''))
  const [minutes, setMinutes] = useState(String(settings.rate?.minutes ?? ''))
  const [holdFirst, setHoldFirst] = useState(settings.holdFirst)
  const [words, setWords] = useState(settings.words.join('\n'))
  const [textBlocks, setTextBlocks] = useState(settings.textBlocks)

  async function save(event: FormEvent) {
    event.preventDefault()
    const rate = { count: numberIn(count), minutes: numberIn(minutes) }
    const body: ModerationSettings = {
      phases,
      linksAllowed: numberIn(links),
      words: words.split('\n').flatMap(line => line.trim() || []),
      rate: rate.count && rate.minutes ? { count: rate.count, minutes: rate.minutes } : null,
      holdFirst,
      textBlocks,
    }
    const result = await deed.run({ params: { processId }, body })
    if (result.ok) announce(t('settings.saved'))
  }

  return (
    <form className="settings-form" onSubmit={event => void save(event)} noValidate>
      <fieldset>
        <legend>{t('settings.phases')}</legend>
        {page.phases.map(({ key, title }) => (
          <Select
            key={key}
            label={localized(title)}
            value={phases[key] ?? 'after'}
            onChange={event => setPhases({ ...phases, [key]: ModerationTime.parse(event.target.value) })}
            options={ModerationTime.options.map(value => ({ value, label: t(`settings.${value}`) }))}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('settings.rules')}</legend>
        <TextField
          label={t('settings.links')}
          hint={t('settings.linksHint')}
          inputMode="numeric"
          value={links}
          onChange={event => setLinks(event.target.value)}
        />
        <div className="settings-form__pair">
          <TextField
            label={t('settings.rateCount')}
            hint={t('settings.rateHint')}
            inputMode="numeric"
            value={count}
            onChange={event => setCount(event.target.value)}
          />
          <TextField
            label={t('settings.rateMinutes')}
            inputMode="numeric"
            value={minutes}
            onChange={event => setMinutes(event.target.value)}
          />
        </div>
        <label className="settings-form__check">
          <input type="checkbox" checked={holdFirst} onChange={event => setHoldFirst(event.target.checked)} />
          {t('settings.first')}
        </label>
        <TextArea
          label={t('settings.words')}
          hint={t('settings.wordsHint')}
          value={words}
          rows={6}
          onChange={event => setWords(event.target.value)}
        />
      </fieldset>
      <TextBlocks blocks={textBlocks} onChange={setTextBlocks} />
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button
          type="submit"
          look="primary"
          busy={deed.state.type === 'under-way' ? t('settings.underWay') : null}
        >
          {t('settings.save')}
        </Button>
      </div>
    </form>
  )
}
