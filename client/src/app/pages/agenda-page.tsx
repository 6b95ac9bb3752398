import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { AgendaEditor } from '../../features/workshops/planning/agenda-editor.js'
import { deskQuestion } from '../../features/workshops/planning/questions.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import { StaffFrame } from '../layout/staff-frame.js'

/** Where the agenda of a workshop is made. */
export default function AgendaPage() {
  const { t } = useTranslation('workshops')
  const { id = '' } = useParams()
  const desk = useAnswer(deskQuestion(id))
  const home = useAnswer(homeQuestion)
  if (!desk.ok) return <Refused refusal={desk.refusal} />
  if (!home.ok) return <Refused refusal={home.refusal} />
  return (
    <StaffFrame title={desk.value.session.setup.title} intro={t('editor.heading')}>
      <AgendaEditor first={desk.value} documents={home.value.documents} />
    </StaffFrame>
  )
}
