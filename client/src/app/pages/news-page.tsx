import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import type { ProcessPage } from '@randnotiz/contract/publishing/endpoints'
import { buttonClass } from '@randnotiz/ui/button-class'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { FollowButton } from '../../features/accounts/following/follow-button.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { NewsList } from '../../features/publishing/news/news-list.js'
import { newsListQuestion, newsPath } from '../../features/publishing/news/news-questions.js'
import { useLanguage, useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'

/** All news of the process, the newest first. */
export default function NewsPage() {
  const home = useAnswer(homeQuestion)
  return home.ok ? <News process={home.value.process} /> : <Refused refusal={home.refusal} />
}

function News({ process }: { process: z.infer<typeof ProcessPage>['process'] }) {
  const { t } = useTranslation('news')
  const localized = useLocalized()
  const language = useLanguage()
  const [search] = useSearchParams()
  const answer = useAnswer(newsListQuestion(process.slug, search))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const { items, next } = answer.value
  return (
    <div className="column page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('intro', { process: localized(process.title) })}</p>
      {items.length === 0 ? <p>{t('none')}</p> : <NewsList items={items} level="h2" />}
      <div className="news-ways">
        {next !== null && (
          <Link to={`${newsPath}?ab=${next}`} className={buttonClass({ look: 'secondary' })}>
            {t('older')}
          </Link>
        )}
        {search.has('ab') && <Link to={newsPath}>{t('newest')}</Link>}
        <FollowButton subject={{ kind: 'process', id: process.id }} />
        <a href={openAddress.processFeed(process.slug, language)}>{t('feed')}</a>
      </div>
    </div>
  )
}
