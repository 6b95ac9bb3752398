import { CommandId } from '@randnotiz/contract/kit/ids'
import type { NewsDraft, NewsMove } from '@randnotiz/contract/publishing/news'
import { discardNews, moveNews } from '@randnotiz/contract/publishing/news-endpoints'
import { isUnpublished } from '@randnotiz/domain/publishing/news'
import { Badge, type BadgeTone } from '@randnotiz/ui/badge'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Card } from '@randnotiz/ui/card'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { newsAddress } from './news-questions.js'
import { PublishNewsDialog } from './publish-news-dialog.js'
import { WithdrawNewsDialog } from './withdraw-news-dialog.js'

type Props = { item: NewsDraft; onEdit(): void; onDone(): void }

const tones: Record<NewsDraft['state']['state'], BadgeTone> = {
  draft: 'neutral',
  scheduled: 'warning',
  published: 'success',
  withdrawn: 'note',
}

/** One news item with what can be done with it now. */
export function NewsDeskItem({ item, onEdit, onDone }: Props) {
  const { t } = useTranslation('news')
  const moving = useDeed(moveNews)
  const discarding = useDeed(discardNews)
  const [open, setOpen] = useState<'publish' | 'withdraw' | null>(null)
  const command = useRef(CommandId.parse(crypto.randomUUID()))
  const { state, edition, id } = item
  const headline = item.texts.de.headline

  async function run(move: NewsMove) {
    setOpen(null)
    const params = { newsId: id }
    const moved = await moving.run({ params, body: { commandId: command.current, edition, move } })
    command.current = CommandId.parse(crypto.randomUUID())
    if (moved.ok) onDone()
  }

  async function discard() {
    const discarded = await discarding.run({ params: { newsId: id }, body: { edition } })
    if (discarded.ok) onDone()
  }

  return (
    <Card as="article" className="news-desk__item">
      <p className="news-desk__state">
        <Badge tone={tones[state.state]}>{t(`desk.states.${state.state}`)}</Badge>
        <When item={item} />
      </p>
      <h2 lang="de">{headline}</h2>
      <DeedProblem state={moving.state} />
      <DeedProblem state={discarding.state} />
      <div className="form-actions">
        {state.state !== 'withdrawn' && (
          <Button
            look="secondary"
            size="small"
            onClick={onEdit}
            aria-label={t('desk.editNamed', { headline })}
          >
            {t('desk.edit')}
          </Button>
        )}
        {isUnpublished(state) ? (
          <>
            <Button look="primary" size="small" onClick={() => setOpen('publish')}>
              {t('desk.publish')}
            </Button>
            {state.state === 'scheduled' && (
              <Button size="small" onClick={() => void run({ move: 'unschedule' })}>
                {t('desk.unschedule')}
              </Button>
            )}
            <Button size="small" onClick={() => void discard()}>
              {t('desk.discard')}
            </Button>
          </>
        ) : (
          <Link to={newsAddress(id)} className={buttonClass({ size: 'small' })}>
            {t('desk.show')}
          </Link>
        )}
        {state.state === 'published' && (
          <Button size="small" onClick={() => setOpen('withdraw')}>
            {t('desk.withdraw')}
          </Button>
        )}
      </div>
      {open === 'publish' && (
        <PublishNewsDialog onMove={move => void run(move)} onClose={() => setOpen(null)} />
      )}
      {open === 'withdraw' && (
        <WithdrawNewsDialog onMove={move => void run(move)} onClose={() => setOpen(null)} />
      )}
    </Card>
  )
}

function When({ item: { state, editedAt } }: { item: NewsDraft }) {
  const { t } = useTranslation('news')
  const language = useLanguage()
  const moment = (at: string) => ({ moment: formatDateTime(at, language) })
  switch (state.state) {
    case 'draft':
      return t('desk.when.draft', moment(editedAt))
    case 'scheduled':
      return t('desk.when.scheduled', moment(state.publishAt))
    case 'published':
      return t('desk.when.published', moment(state.publishedAt))
    case 'withdrawn':
      return t('desk.when.withdrawn', moment(state.withdrawnAt))
  }
}
