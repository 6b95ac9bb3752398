import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { NewsArticle } from '../../features/publishing/news/news-article.js'
import { newsAddress, newsPath, newsQuestion } from '../../features/publishing/news/news-questions.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import '../../features/documents/reader/document.css'

/** A news item at its permanent address. */
export default function NewsItemPage() {
  const { t } = useTranslation('news')
  const { newsId = '' } = useParams()
  const answer = useAnswer(newsQuestion(newsId))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const address = newsAddress(answer.value.news.id)
  return (
    <article className="column page">
      <NewsArticle news={answer.value.news} />
      <footer className="news-ways">
        <Link to={newsPath}>{t('all')}</Link>
        <span>
          {t('permanent')}: <a href={address}>{address}</a>
        </span>
      </footer>
    </article>
  )
}
