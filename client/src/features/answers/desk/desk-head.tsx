import { mostAtOnce } from '@randnotiz/contract/answers/commands'
import type { DeskPage, DeskQuery } from '@randnotiz/contract/answers/desk'
import { getDeskChoice } from '@randnotiz/contract/answers/endpoints'
import { Button } from '@randnotiz/ui/button'
import { Keyboard } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDeed } from '../../../platform/use-deed.js'
import { selectedFrom, type useSelection } from './selection.js'

type Props = {
  page: DeskPage
  query: DeskQuery
  selection: ReturnType<typeof useSelection>
  onKeys(): void
}

/** How many points there are, and how to choose all of them. */
export function DeskHead({ page, query, selection, onKeys }: Props) {
  const { t } = useTranslation('answers')
  const choice = useDeed(getDeskChoice)
  const { items, total, process } = page
  const all = Math.min(total, mostAtOnce)
  async function chooseAll() {
    const { after: _page, ...chosen } = query
    const result = await choice.run({ params: { slug: process.slug }, query: chosen })
    if (result.ok) selection.choose(result.value.points)
  }
  return (
    <div className="answer-desk__head">
      <p role="status">
        <strong>{t('desk.found', { count: total })}</strong>
      </p>
      <div className="form-actions">
        {items.length > 0 && (
          <Button look="quiet" size="small" onClick={() => selection.choose(items.map(selectedFrom))}>
            {t('desk.selectAll', { count: items.length })}
          </Button>
        )}
        {total > items.length && (
          <Button
            look="quiet"
            size="small"
            busy={choice.state.type === 'under-way' ? t('bulk.working') : null}
            onClick={() => void chooseAll()}
          >
            {t(total > mostAtOnce ? 'desk.selectFirst' : 'desk.selectMatching', { count: all })}
          </Button>
        )}
        <Button look="quiet" size="small" onClick={onKeys}>
          <Keyboard aria-hidden="true" size={18} /> {t('desk.keys')}
        </Button>
      </div>
    </div>
  )
}
