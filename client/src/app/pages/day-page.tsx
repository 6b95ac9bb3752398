import type { DayPage as Page } from '@randnotiz/contract/publishing/release'
import { buttonClass } from '@randnotiz/ui/button-class'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Outline } from '../../features/documents/reader/outline.js'
import { ReaderText } from '../../features/documents/reader/reader-text.js'
import { comparisonAddress, versionsAddress } from '../../features/publishing/versions/addresses.js'
import { VersionHead } from '../../features/publishing/versions/version-head.js'
import { dateOfDay } from '../../features/publishing/versions/version-name.js'
import { dayQuestion } from '../../features/publishing/versions/version-questions.js'
import { formatNumber } from '../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import '../../features/documents/reader/reader.css'
import '../../features/publishing/versions/versions.css'

/** For staff: how a text ended a day. */
export default function DayPage() {
  const { slug = '', day = '' } = useParams()
  const answer = useAnswer(dayQuestion(slug, day))
  return answer.ok ? <Day key={day} page={answer.value} /> : <Refused refusal={answer.refusal} />
}

function Day({ page: { document, version, text } }: { page: Page }) {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  const localized = useLocalized()
  const date = dateOfDay(version.day, { t, language })
  const small = buttonClass({ size: 'small' })
  const { slug } = document
  return (
    <article className="reader version-reader">
      <VersionHead
        kicker={
          <Link to={`/texte/${slug}`}>{t('dayPage.kicker', { document: localized(document.title) })}</Link>
        }
        title={t('dayPage.title', { date })}
      >
        <p className="version-head__meta">{t('words', { words: formatNumber(version.words, language) })}</p>
        <div className="version-head__ways">
          <Link to={comparisonAddress(slug, { from: version.day, to: 'live' })} className={small}>
            {t('compareLive')}
          </Link>
          <Link to={versionsAddress(slug)} className={small}>
            {t('release.all')}
          </Link>
        </div>
      </VersionHead>
      <div className="reader__page">
        <Outline entries={text.outline} />
        <div className="reader__sheet version-reader__sheet">
          <ReaderText ref={null} html={text.html} label={t('dayPage.title', { date })} />
        </div>
      </div>
    </article>
  )
}
