import { useParams } from 'react-router'
import { DeskApp } from '../../features/workshops/desk/desk-app.js'
import { deskQuestion } from '../../features/workshops/planning/questions.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'

/** Where a workshop is led. */
export default function DeskPage() {
  const { id = '' } = useParams()
  const answer = useAnswer(deskQuestion(id))
  return answer.ok ? <DeskApp first={answer.value} /> : <Refused refusal={answer.refusal} />
}
