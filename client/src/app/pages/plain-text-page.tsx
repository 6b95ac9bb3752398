import type { PlainText } from '@randnotiz/contract/documents/accessible'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { plainTextQuestion } from '../../features/documents/accessible/accessible-questions.js'
import { OtherWays } from '../../features/documents/accessible/other-ways.js'
import { documentQuestion } from '../../features/documents/document-question.js'
import { formatDate } from '../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import '../../features/documents/reader/document.css'

/** A text in plain language. */
export default function PlainTextPage() {
  const { t } = useTranslation('accessible')
  const { slug = '' } = useParams()
  const localized = useLocalized()
  const language = useLanguage()
  const answer = useAnswer(plainTextQuestion(slug))
  const page = useAnswer(documentQuestion(slug))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const { document, plain } = answer.value
  const [written, lang] = plainFor(plain, language)
  if (written === null) return null
  const inner = { __html: written.html }
  const spoken = lang === 'de' ? 'de-simple' : 'en'
  return (
    <article className="column page">
      <h1>{t('plainTitle', { title: localized(document.title) })}</h1>
      {page.ok && <OtherWays slug={slug} ways={page.value.otherWays} here="plain" />}
      <p className="lead">{t('plainNote')}</p>
      {lang !== language && <p>{t(lang === 'de' ? 'plainOnlyGerman' : 'plainOnlyEnglish')}</p>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the server from our own table of tags. */}
      <div className="document plain-text" lang={spoken} dangerouslySetInnerHTML={inner} />
      <footer>
        <p>{t('plainEdited', { date: formatDate(written.editedAt, language) })}</p>
        <p>
          <Link to={`/texte/${slug}`}>{t('annotate')}</Link>
        </p>
      </footer>
    </article>
  )
}

type Plain = Record<Language, PlainText | null>

/** In the reader's language; where it is not there, in the other one. */
function plainFor(plain: Plain, language: Language): [PlainText | null, Language] {
  const other = language === 'de' ? 'en' : 'de'
  return plain[language] === null ? [plain[other], other] : [plain[language], language]
}
