import type { PublicNews } from '@randnotiz/contract/publishing/news'
import { Badge } from '@randnotiz/ui/badge'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { wordsIn } from './localized-news.js'
import { newsAddress } from './news-questions.js'
import './news.css'

type Props = { items: readonly PublicNews[]; level: 'h2' | 'h3' }

/** Headlines with their dates and first words. `level` is that of a headline among the headings of the page. */
export function NewsList({ items, level }: Props) {
  return (
    <ol className="news-list">
      {items.map(item => (
        <li key={item.id}>
          <NewsEntry item={item} level={level} />
        </li>
      ))}
    </ol>
  )
}

function NewsEntry({ item, level: Heading }: { item: PublicNews; level: Props['level'] }) {
  const { t } = useTranslation('news')
  const localized = useLocalized()
  const language = useLanguage()
  const told = item.state === 'published' ? wordsIn(item.words, language) : null
  const headline =
    item.state === 'published' ? wordsIn(item.words, language).words.headline : localized(item.headline)
  return (
    <article className="news-entry">
      <p className="news-entry__date">
        <time dateTime={item.publishedAt}>{formatDate(item.publishedAt, language)}</time>
        {item.state === 'withdrawn' && <Badge>{t('withdrawn')}</Badge>}
      </p>
      <Heading className="news-entry__headline" lang={told?.language}>
        <Link to={newsAddress(item.id)}>{headline}</Link>
      </Heading>
      {told && (
        <p className="news-entry__teaser" lang={told.language}>
          {told.words.teaser}
        </p>
      )}
    </article>
  )
}
