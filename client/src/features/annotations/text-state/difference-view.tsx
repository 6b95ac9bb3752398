import type { Difference, DifferencePart } from '@randnotiz/contract/annotations/text-state'
import { useTranslation } from 'react-i18next'

/** What became of the lines around a passage: in a sentence, and word by word where that helps. */
export function DifferenceView({ difference }: { difference: Difference }) {
  const { t } = useTranslation('annotations')
  switch (difference.kind) {
    case 'none':
    case 'unclear':
      return <p>{t(`earlier.difference.${difference.kind}`)}</p>
    case 'changed':
      return (
        <>
          <p>{t('earlier.difference.changed')}</p>
          <p className="word-difference" lang="de">
            {withOffsets(difference.parts).map(({ part, start }) => (
              <Part key={start} {...part} />
            ))}
          </p>
        </>
      )
  }
}

function Part({ kind, text }: DifferencePart) {
  const { t } = useTranslation('annotations')
  switch (kind) {
    case 'same':
      return text
    case 'removed':
      return (
        <del>
          <span className="visually-hidden">{t('earlier.removed')} </span>
          {text}
          <span className="visually-hidden"> {t('earlier.endOfRemoved')} </span>
        </del>
      )
    case 'added':
      return (
        <ins>
          <span className="visually-hidden">{t('earlier.added')} </span>
          {text}
          <span className="visually-hidden"> {t('earlier.endOfAdded')} </span>
        </ins>
      )
  }
}

function withOffsets(parts: readonly DifferencePart[]): { part: DifferencePart; start: number }[] {
  let start = 0
  return parts.map(part => {
    const here = { part, start }
    start += part.text.length + 1
    return here
  })
}
