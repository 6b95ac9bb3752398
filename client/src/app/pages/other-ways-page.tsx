import { accept } from '@randnotiz/contract/kit/result'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { otherWaysQuestion } from '../../features/documents/accessible/accessible-questions.js'
import { OtherWaysDesk } from '../../features/documents/accessible/other-ways-desk.js'
import { documentQuestion } from '../../features/documents/document-question.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { questionKey, useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where staff bring a text in plain language and in sign language. */
export default function OtherWaysPage() {
  const { t } = useTranslation('accessible')
  const { slug = '' } = useParams()
  const localized = useLocalized()
  const queryClient = useQueryClient()
  const answer = useAnswer(otherWaysQuestion(slug))
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return (
    <StaffFrame
      title={t('desk.title', { title: localized(answer.value.document.title) })}
      intro={t('desk.intro')}
    >
      <OtherWaysDesk
        desk={answer.value}
        onSaved={desk => {
          queryClient.setQueryData(questionKey(otherWaysQuestion(slug)), accept(desk))
          void queryClient.invalidateQueries({ queryKey: questionKey(documentQuestion(slug)) })
        }}
      />
    </StaffFrame>
  )
}
