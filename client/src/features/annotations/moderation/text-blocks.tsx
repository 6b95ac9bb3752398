import type { TextBlock } from '@randnotiz/contract/annotations/moderation/settings'
import { HouseRule } from '@randnotiz/contract/annotations/publication'
import { Slug } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'

type Props = { blocks: readonly TextBlock[]; onChange(blocks: TextBlock[]): void }

/** Reasons that staff have written once and use often. */
export function TextBlocks({ blocks, onChange }: Props) {
  const { t } = useTranslation(['moderation', 'annotations'])
  const change = (id: TextBlock['id'], changes: Partial<TextBlock>) =>
    onChange(blocks.map(block => (block.id === id ? { ...block, ...changes } : block)))
  const add = () => {
    const id = Slug.parse(`baustein-${crypto.randomUUID().slice(0, 8)}`)
    const title = t('settings.newBlock')
    onChange([...blocks, { id, rule: 'insult', title, text: { de: '', en: '' } }])
  }
  return (
    <fieldset>
      <legend>{t('settings.blocks')}</legend>
      {blocks.map(({ id, title, rule, text }) => (
        <details key={id} className="text-block">
          <summary>{title}</summary>
          <div className="text-block__fields">
            <TextField
              label={t('settings.blockTitle')}
              value={title}
              onChange={event => change(id, { title: event.target.value })}
            />
            <Select
              label={t('settings.blockRule')}
              value={rule}
              onChange={event => change(id, { rule: HouseRule.parse(event.target.value) })}
              options={HouseRule.options.map(value => ({
                value,
                label: t(`annotations:houseRule.${value}`),
              }))}
            />
            {(['de', 'en'] as const).map(language => (
              <TextArea
                key={language}
                label={t(language === 'de' ? 'settings.blockDe' : 'settings.blockEn')}
                lang={language}
                value={text[language]}
                onChange={event => change(id, { text: { ...text, [language]: event.target.value } })}
              />
            ))}
            <Button
              look="quiet"
              size="small"
              onClick={() => onChange(blocks.filter(block => block.id !== id))}
            >
              {t('settings.removeBlock', { title })}
            </Button>
          </div>
        </details>
      ))}
      <Button look="secondary" size="small" onClick={add}>
        {t('settings.addBlock')}
      </Button>
    </fieldset>
  )
}
