import { Button } from '@randnotiz/ui/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnotatingContext } from '../annotating.js'
import { mostDrawn } from './margin-window.js'

type First = {
  /** How many are drawn. */
  first: number
  showMore(): void
}

/** A list that grows at a press, so that thousands are not drawn at once. */
export function useFirst(): First {
  const [first, setFirst] = useState(mostDrawn)
  return { first, showMore: () => setFirst(shown => shown + mostDrawn) }
}

type Props = {
  notes: readonly unknown[]
  /** How many of them are drawn. */
  drawn: number
  onMore(): void
}

/** Draws the next ones; nothing where all are drawn. */
export function MoreNotes({ notes, drawn, onMore }: Props) {
  const { t } = useTranslation('annotations')
  const { alive } = useAnnotatingContext()
  const left = notes.length - drawn
  if (left <= 0 || !alive) return null
  return (
    <Button look="secondary" className="margin__more" onClick={onMore}>
      {t('moreNotes', { count: Math.min(left, mostDrawn) })}
    </Button>
  )
}
