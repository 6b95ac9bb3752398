import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { signLanguageQuestion } from '../../features/documents/accessible/accessible-questions.js'
import { OtherWays } from '../../features/documents/accessible/other-ways.js'
import { SignLanguageView } from '../../features/documents/accessible/sign-language-view.js'
import { documentQuestion } from '../../features/documents/document-question.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'

/** A text in sign language. */
export default function SignLanguagePage() {
  const { t } = useTranslation('accessible')
  const { slug = '' } = useParams()
  const localized = useLocalized()
  const answer = useAnswer(signLanguageQuestion(slug))
  const page = useAnswer(documentQuestion(slug))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <article className="column page">
      <h1>{t('signTitle', { title: localized(answer.value.document.title) })}</h1>
      {page.ok && <OtherWays slug={slug} ways={page.value.otherWays} here="sign" />}
      <SignLanguageView sign={answer.value.sign} />
    </article>
  )
}
