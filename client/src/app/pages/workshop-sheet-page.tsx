import { useParams } from 'react-router'
import { deskQuestion } from '../../features/workshops/planning/questions.js'
import { WorkshopSheet } from '../../features/workshops/planning/workshop-sheet.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'

/** What is printed for a workshop. */
export default function WorkshopSheetPage() {
  const { id = '' } = useParams()
  const answer = useAnswer(deskQuestion(id))
  return answer.ok ? <WorkshopSheet desk={answer.value} /> : <Refused refusal={answer.refusal} />
}
