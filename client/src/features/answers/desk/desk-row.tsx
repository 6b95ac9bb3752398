import type { DeskItem } from '@randnotiz/contract/answers/desk'
import type { Unit } from '@randnotiz/contract/answers/settings'
import { wordsOfPoint } from '@randnotiz/domain/answers/excerpt'
import { CalendarClock, Layers, MessageSquareText, ThumbsUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { OutcomeSign } from '../public/outcome-sign.js'
import { casePath } from './desk-questions.js'
import { StateSign } from './state-sign.js'

type Props = {
  item: DeskItem
  units: readonly Unit[]
  today: string
  /** The choice that leads back from the case. */
  search: string
  /** Does not match the choice any more. */
  left: boolean
  selected: boolean
  onSelect(): void
}

/** What a point says: its words in the contribution. */
export function wordsOf({ annotation, point }: Pick<DeskItem, 'annotation' | 'point'>): string {
  return wordsOfPoint(annotation, point.pieces)
}

/** One point in the queue. */
export function DeskRow({ item, units, today, search, left, selected, onSelect }: Props) {
  const { t } = useTranslation(['answers', 'annotations'])
  const language = useLanguage()
  const localized = useLocalized()
  const { annotation, document, chapter, point, points } = item
  const words = wordsOf(item)
  const unit = units.find(({ id }) => id === point.unit)
  const late = point.dueOn !== null && point.dueOn < today && point.published === null
  return (
    <article
      className="desk-row"
      data-state={point.work.state}
      data-selected={selected || undefined}
      data-left={left || undefined}
    >
      <label className="desk-tick desk-row__tick">
        <input type="checkbox" data-key="select" checked={selected} onChange={onSelect} />
        <span className="visually-hidden">{t('desk.select', { words: words.slice(0, 60) })}</span>
      </label>
      <div className="desk-row__main">
        <p className="desk-row__where">
          <StateSign state={point.work.state} />
          <span>{t(`annotations:kind.${annotation.kind}`)}</span>
          <span>{localized(document.title)}</span>
          {chapter && <span>{chapter.text}</span>}
          {points > 1 && <strong>{t('desk.point', { number: point.number, total: points })}</strong>}
        </p>
        <h2 className="desk-row__words">
          <Link to={casePath(annotation.id, point.number, search)} data-key="open">
            {words}
          </Link>
        </h2>
        {left && <p className="case-hint">{t('desk.left')}</p>}
        {'answer' in point.work && (
          <p className="desk-row__answer">
            <OutcomeSign outcome={point.work.answer.outcome} />
            <span className="desk-row__reason">{point.work.answer.reason}</span>
          </p>
        )}
        <ul className="desk-row__facts">
          <li>
            {t('desk.byAuthor', { author: annotation.author.pseudonym })},{' '}
            <time dateTime={annotation.createdAt} suppressHydrationWarning>
              {formatDate(annotation.createdAt, language)}
            </time>
          </li>
          {annotation.support.kind === 'shown' && annotation.support.count > 0 && (
            <li>
              <ThumbsUp aria-hidden="true" size={14} />
              {t('desk.support', { count: annotation.support.count })}
            </li>
          )}
          {unit && <li>{unit.name}</li>}
          {point.assignee && <li>{point.assignee.pseudonym}</li>}
          {point.dueOn !== null && (
            <li data-late={late || undefined}>
              <CalendarClock aria-hidden="true" size={14} />
              {t(late ? 'desk.overdue' : 'desk.due', { date: formatDate(point.dueOn, language) })}
            </li>
          )}
          {point.group && (
            <li>
              <Layers aria-hidden="true" size={14} />
              {t('desk.grouped', { count: point.group.members.length })}
            </li>
          )}
          {item.notes > 0 && (
            <li>
              <MessageSquareText aria-hidden="true" size={14} />
              {t('desk.notes', { count: item.notes })}
            </li>
          )}
        </ul>
      </div>
    </article>
  )
}
