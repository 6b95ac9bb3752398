import { Button } from '@randnotiz/ui/button'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { Select } from '@randnotiz/ui/select'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  choosableSentences,
  chooseFirst,
  chooseLast,
  type Line,
  type SentenceChoice,
  wholeBlock,
} from '../writing/sentence-choice.js'

type PickerProps = {
  line: Line
  choice: SentenceChoice
  onChoose(choice: SentenceChoice): void
  onNext(): void
  onCancel(): void
}

/** Chooses a passage of one block by its sentences: for keyboards, screen readers and thumbs. */
export function SentencePicker({ line, choice, onChoose, onNext, onCancel }: PickerProps) {
  const { t } = useTranslation('annotations')
  const form = useRef<HTMLFormElement>(null)
  const sentences = choosableSentences(line)
  const first = choice.type === 'block' ? 'block' : String(choice.first)

  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked, button')?.focus(), [])

  return (
    <form
      ref={form}
      className="sentence-picker"
      onSubmit={event => {
        event.preventDefault()
        onNext()
      }}
    >
      <RadioGroup
        legend={t('picker.heading')}
        value={first}
        onChange={value => onChoose(value === 'block' ? wholeBlock : chooseFirst(wholeBlock, Number(value)))}
        options={[
          { value: 'block', label: t('picker.whole') },
          ...sentences.map(({ text }, number) => ({ value: String(number), label: text })),
        ]}
      />
      {choice.type === 'sentences' && choice.first < sentences.length - 1 && (
        <Select
          label={t('picker.upTo')}
          value={String(choice.last)}
          onChange={event => onChoose(chooseLast(choice, Number(event.target.value)))}
          options={sentences.slice(choice.first).map(({ text }, offset) => {
            const number = choice.first + offset
            return {
              value: String(number),
              label: t('picker.sentence', { number: number + 1, beginning: text }),
            }
          })}
        />
      )}
      <div className="form-actions">
        <Button type="submit" look="primary" size="small">
          {t('picker.next')}
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
