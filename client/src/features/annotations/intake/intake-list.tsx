import {
  forgetSender,
  type IntakeItem,
  type IntakePage,
  listIntake,
  scanAddress,
} from '@randnotiz/contract/annotations/intake'
import type { IntakeItemId, Slug } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'

type Props = { slug: Slug; page: IntakePage; onOpen(id: IntakeItemId): void; onChanged(): void }

/** What has come so far, newest first. */
export function IntakeList({ slug, page, onOpen, onChanged }: Props) {
  const { t } = useTranslation('intake')
  const { run } = useDeed(listIntake)
  const [older, setOlder] = useState<IntakePage | null>(null)
  const items = [...page.items, ...(older?.items ?? [])]
  const next = older === null ? page.next : older.next

  async function showOlder(before: IntakeItemId) {
    const answer = await run({ params: { slug }, query: { before } })
    if (answer.ok) setOlder({ ...answer.value, items: [...(older?.items ?? []), ...answer.value.items] })
  }

  return (
    <section className="intake__list" aria-labelledby="came">
      <h2 id="came">{t('list.title')}</h2>
      {items.length === 0 ? (
        <p>{t('list.none')}</p>
      ) : (
        <ul className="intake__items">
          {items.map(item => (
            <Item key={item.id} item={item} onOpen={onOpen} onChanged={onChanged} />
          ))}
        </ul>
      )}
      {next !== null && (
        <p>
          <Button onClick={() => void showOlder(next)}>{t('list.older')}</Button>
        </p>
      )}
    </section>
  )
}

function Item({ item, onOpen, onChanged }: { item: IntakeItem } & Pick<Props, 'onOpen' | 'onChanged'>) {
  const { t } = useTranslation('intake')
  const language = useLanguage()
  const { run } = useDeed(forgetSender)
  const [sure, setSure] = useState(false)
  const { id, number, channel, receivedOn, sender, named, scan, points, note } = item
  const date = formatDate(`${receivedOn}T12:00:00.000Z`, language)

  /** There is no way back, so it takes a second press. */
  async function forget() {
    setSure(true)
    if (!sure) return
    if ((await run({ params: { itemId: id } })).ok) onChanged()
  }

  return (
    <li className="intake__item">
      <p className="intake__number">{number}</p>
      <div>
        <p>
          {t(`received.${channel}`, { date })} · {sender === '' ? t('list.unsigned') : sender}
          {named && ` (${t('named')})`}
        </p>
        <p className="intake__place">
          {t('list.what')}: {formatNumber(points.length, language)}
          {note !== '' && ` · ${note}`}
        </p>
        <p className="intake__deeds">
          <Button size="small" onClick={() => onOpen(id)}>
            {t('list.openShort')}
            <span className="visually-hidden">: {number}</span>
          </Button>
          {scan !== null && (
            <a href={scanAddress(id)} className="intake__scan">
              {t('list.scanShort')}
              <span className="visually-hidden"> {number}</span> (
              {formatNumber(Math.max(1, Math.round(scan.bytes / 1024)), language)} KB)
            </a>
          )}
          {(sender !== '' || scan !== null) && (
            <Button size="small" look="quiet" onClick={() => void forget()}>
              {t(sure ? 'list.forgetSurely' : 'list.forget')}
              <span className="visually-hidden">: {number}</span>
            </Button>
          )}
        </p>
      </div>
    </li>
  )
}
