import type { PublicNews } from '@randnotiz/contract/publishing/news'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { wordsIn } from './localized-news.js'
import { NewsBody } from './news-body.js'
import './news.css'

/** A news item at its address. */
export function NewsArticle({ news }: { news: PublicNews }) {
  return news.state === 'published' ? <Published news={news} /> : <Withdrawn news={news} />
}

type Of<State extends PublicNews['state']> = { news: Extract<PublicNews, { state: State }> }

function Published({ news }: Of<'published'>) {
  const { t } = useTranslation('news')
  const language = useLanguage()
  const told = wordsIn(news.words, language)
  return (
    <>
      <header className="news-head">
        <h1 lang={told.language}>{told.words.headline}</h1>
        <p className="news-head__date">
          <time dateTime={news.publishedAt}>{formatDate(news.publishedAt, language)}</time>
          {news.changedAt !== null && (
            <>
              {' · '}
              <time dateTime={news.changedAt}>
                {t('changed', { date: formatDate(news.changedAt, language) })}
              </time>
            </>
          )}
        </p>
        {told.language !== language && <p className="news-head__date">{t('germanOnly')}</p>}
      </header>
      <NewsBody html={told.words.html} language={told.language} />
    </>
  )
}

function Withdrawn({ news }: Of<'withdrawn'>) {
  const { t } = useTranslation('news')
  const language = useLanguage()
  const localized = useLocalized()
  return (
    <>
      <header className="news-head">
        <h1>{localized(news.headline)}</h1>
        <p className="news-head__date">
          <time dateTime={news.publishedAt}>{formatDate(news.publishedAt, language)}</time>
        </p>
      </header>
      <Notice tone="warning" title={t('withdrawnOn', { date: formatDate(news.withdrawnAt, language) })}>
        <p>{localized(news.note)}</p>
      </Notice>
    </>
  )
}
