import type { NewsDraft, ProcessLink } from '@randnotiz/contract/publishing/news'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { questionKey } from '../../../platform/question.js'
import { NewsDeskItem } from './news-desk-item.js'
import { NewsForm } from './news-form.js'
import { newsDeskQuestion } from './news-questions.js'
import './news.css'

type Props = { process: ProcessLink; items: readonly NewsDraft[] }
type Writing = { about: 'nothing' } | { about: 'new' } | { about: 'item'; item: NewsDraft }

/** Where staff write news and decide when they are public. */
export function NewsDesk({ process, items }: Props) {
  const { t } = useTranslation('news')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const [writing, setWriting] = useState<Writing>({ about: 'nothing' })
  const close = () => setWriting({ about: 'nothing' })

  async function refresh(words: string) {
    close()
    await queryClient.invalidateQueries({ queryKey: questionKey(newsDeskQuestion(process.slug)) })
    announce(words)
  }

  return (
    <div className="news-desk">
      {writing.about === 'nothing' ? (
        <p>
          <Button look="primary" onClick={() => setWriting({ about: 'new' })}>
            {t('desk.new')}
          </Button>
        </p>
      ) : (
        <NewsForm
          key={writing.about === 'item' ? writing.item.id : 'new'}
          slug={process.slug}
          item={writing.about === 'item' ? writing.item : null}
          onSaved={() => void refresh(t('desk.saved'))}
          onCancel={close}
        />
      )}
      {items.length === 0 && <p>{t('desk.empty')}</p>}
      <ul className="news-desk__items">
        {items.map(item => (
          <li key={`${item.id} ${item.edition}`}>
            <NewsDeskItem
              item={item}
              onEdit={() => setWriting({ about: 'item', item })}
              onDone={() => void refresh(t('desk.done'))}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
