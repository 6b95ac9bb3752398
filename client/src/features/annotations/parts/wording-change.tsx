import { wordDifference } from '@randnotiz/domain/documents/word-difference'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  before: string
  after: string
  /** So many characters of what stays are shown around a change; all of it when left out. */
  context?: number
}

/** A proposed wording in one text: what goes is struck out, what comes is underlined, and both are said. */
export function WordingChange({ before, after, context = Number.POSITIVE_INFINITY }: Props) {
  const { t } = useTranslation('annotations')
  const parts = useMemo(() => wordDifference(before.trim(), after.trim()), [before, after])
  return (
    <p className="wording-change">
      <span className="visually-hidden">{t('change.label')}: </span>
      {parts.map(({ kind, text }, number) => {
        // Parts have no other name than their place.
        const key = `${number} ${kind}`
        if (kind === 'same') return <span key={key}>{shortened(text, context)}</span>
        const Mark = kind === 'removed' ? 'del' : 'ins'
        return (
          <Mark key={key}>
            <span className="visually-hidden">{t(`change.${kind}`)} </span>
            {text}
            <span className="visually-hidden"> {t('change.end')} </span>
          </Mark>
        )
      })}
    </p>
  )
}

function shortened(text: string, context: number): string {
  return text.length <= 2 * context ? text : `${text.slice(0, context)} … ${text.slice(-context)}`
}
