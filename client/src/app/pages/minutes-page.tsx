import { useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { minutesQuestion } from '../../features/workshops/minutes/minutes-question.js'
import { MinutesView } from '../../features/workshops/minutes/minutes-view.js'
import { questionKey, useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'

/** What came of a workshop. */
export default function MinutesPage() {
  const { id = '' } = useParams()
  const question = minutesQuestion(id)
  const answer = useAnswer(question)
  const queryClient = useQueryClient()
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const readAgain = () => void queryClient.invalidateQueries({ queryKey: questionKey(question) })
  return <MinutesView minutes={answer.value} onChange={readAgain} />
}
