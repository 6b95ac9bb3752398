import { useParams } from 'react-router'
import { minutesQuestion } from '../../features/workshops/minutes/minutes-question.js'
import { MinutesView } from '../../features/workshops/minutes/minutes-view.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'

/** What came of a workshop. */
export default function MinutesPage() {
  const { id = '' } = useParams()
  const answer = useAnswer(minutesQuestion(id))
  return answer.ok ? <MinutesView minutes={answer.value} /> : <Refused refusal={answer.refusal} />
}
