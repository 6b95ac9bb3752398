import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import type { MarginOrder } from './margin-order.js'

/** Which notes are shown: all, those that wait for a person's word, or those without a passage. */
export type MarginChoice = 'all' | 'suggested' | 'orphaned'

const choices: readonly MarginChoice[] = ['all', 'suggested', 'orphaned']

export function countsOf(order: MarginOrder): Record<MarginChoice, number> {
  const { passages, wholeText, orphaned } = order
  return {
    all: passages.length + wholeText.length + orphaned.length,
    suggested: passages.filter(({ place }) => place.type === 'suggested').length,
    orphaned: orphaned.length,
  }
}

export function chosenFrom(order: MarginOrder, choice: MarginChoice): MarginOrder {
  switch (choice) {
    case 'all':
      return order
    case 'suggested':
      return {
        passages: order.passages.filter(({ place }) => place.type === 'suggested'),
        wholeText: [],
        orphaned: [],
      }
    case 'orphaned':
      return { passages: [], wholeText: [], orphaned: order.orphaned }
  }
}

type FilterProps = {
  counts: Record<MarginChoice, number>
  chosen: MarginChoice
  onChoose(choice: MarginChoice): void
}

/** For staff: the notes that need them, at one press. Nothing where none does. */
export function MarginFilter({ counts, chosen, onChoose }: FilterProps) {
  const { t } = useTranslation('annotations')
  if (counts.suggested + counts.orphaned === 0) return null
  return (
    <fieldset className="margin__filter" aria-label={t('filter.label')}>
      {choices
        .filter(choice => choice === 'all' || counts[choice] > 0)
        .map(choice => (
          <Button
            key={choice}
            size="small"
            look="secondary"
            aria-pressed={choice === chosen}
            onClick={() => onChoose(choice)}
          >
            {t(`filter.${choice}`)} <span className="margin__filter-count">{counts[choice]}</span>
          </Button>
        ))}
    </fieldset>
  )
}
