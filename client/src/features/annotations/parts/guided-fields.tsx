import { guidedFields } from '@randnotiz/domain/annotations/guided-form'
import { TextArea } from '@randnotiz/ui/text-area'
import { useTranslation } from 'react-i18next'
import type { AnnotationWords, Mistake } from '../writing/contribution.js'
import { CharactersLeft } from './characters-left.js'
import { KindChoice } from './kind-choice.js'
import { useMistakeText } from './use-mistake-text.js'
import { WordingField } from './wording-field.js'

type Written = Omit<AnnotationWords, 'type' | 'passage'>

type Props = {
  words: Written
  /** The words of the passage; null on the whole text, and where they are lost. */
  quote: string | null
  /** A better wording is among the kinds. */
  mayPropose: boolean
  mistakes: readonly Mistake[]
  onRevise(change: Partial<Written>): void
}

/** What is asked of whoever writes a contribution, or puts one in other words: kind, what, why, what instead. */
export function GuidedFields({ words, quote, mayPropose, mistakes, onRevise }: Props) {
  const { t } = useTranslation('annotations')
  const mistakeText = useMistakeText(mistakes)
  return (
    <>
      <KindChoice kind={words.kind} mayPropose={mayPropose} onChange={kind => onRevise({ kind })} />
      {words.kind === 'wording' && quote !== null && (
        <WordingField
          before={quote}
          value={words.replacement}
          error={mistakeText('replacement')}
          onChange={replacement => onRevise({ replacement })}
        />
      )}
      <TextArea
        name="body"
        label={t(`ask.${words.kind}`)}
        rows={3}
        value={words.body}
        error={mistakeText('body')}
        onChange={event => onRevise({ body: event.target.value })}
      />
      <CharactersLeft text={words.body} />
      {guidedFields[words.kind].map(field => (
        <TextArea
          key={field}
          name={field}
          label={t(`form.${field}`)}
          rows={2}
          value={words[field]}
          error={mistakeText(field)}
          onChange={event => onRevise({ [field]: event.target.value })}
        />
      ))}
    </>
  )
}
