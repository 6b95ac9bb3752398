import { choicesAmong } from '@randnotiz/domain/annotations/finding/choices'
import { searched } from '@randnotiz/domain/annotations/finding/searched'
import { Button } from '@randnotiz/ui/button'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnotatingContext } from '../annotating.js'
import { FindingChoices } from '../finding/finding-choices.js'
import { OfReader } from '../finding/finding-filters.js'
import { readFindingQuery } from '../finding/findings-question.js'
import { everything, leavesOut } from './narrowing.js'
import type { Narrowing } from './use-narrowing.js'
import '../finding/finding.css'
import './margin-finder.css'

/** Below that one look is quicker than a choice. */
const worthNarrowing = 5

/** Narrows the notes beside the text and puts them in another order; with every choice, and by scripts only. */
export function MarginFinder({ query, choose, order }: Narrowing) {
  const { t } = useTranslation('annotations')
  const { alive, placed } = useAnnotatingContext()
  const [open, setOpen] = useState(false)
  const summary = useRef<HTMLElement>(null)
  const isChanged = leavesOut(query) || (query.order ?? 'passage') !== 'passage'
  if (!alive || (placed.length < worthNarrowing && !isChanged)) return null
  const shown = order.passages.length + order.wholeText.length + order.orphaned.length
  const reset = () => {
    choose(everything)
    setOpen(false)
    summary.current?.focus()
  }
  return (
    <div className="margin-finder">
      <details open={open} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary ref={summary}>{t('finding.more')}</summary>
        {open && <Choices query={query} choose={choose} />}
      </details>
      <div className="margin-finder__found">
        <p role="status">{leavesOut(query) && t('finding.shown', { count: shown, all: placed.length })}</p>
        {isChanged && (
          <Button look="quiet" size="small" onClick={reset}>
            {t('finding.reset')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The choices of the list of all contributions, counted among the notes that are here. */
function Choices({ query, choose }: Pick<Narrowing, 'query' | 'choose'>) {
  const { feed } = useAnnotatingContext()
  const choices = useMemo(() => {
    const all = [...feed.annotations.values()]
      .filter(({ publication }) => publication.state === 'published')
      .map(annotation => searched(annotation))
    return { ...choicesAmong(all, all), documents: [], chapters: [] }
  }, [feed])
  return (
    <form
      className="margin-finder__choices"
      onSubmit={event => event.preventDefault()}
      onChange={event => {
        const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])
        choose(readFindingQuery(new URLSearchParams(fields)))
      }}
    >
      <FindingChoices query={query} page={choices} />
      <OfReader query={query} />
    </form>
  )
}
