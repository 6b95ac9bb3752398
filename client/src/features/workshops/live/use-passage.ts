import type { StepSubject } from '@randnotiz/contract/workshops/agenda'
import type { Passage } from '@randnotiz/contract/workshops/passage'
import { useQuery } from '@tanstack/react-query'
import { usePlatform } from '../../../platform/platform-context.js'
import { answerTo } from '../../../platform/question.js'
import { passageQuestion } from './passage-question.js'

/** A place in a text; null until it is there, or when it cannot be had. What was there before stays meanwhile. */
export function usePassage(subject: StepSubject): Passage | null {
  const { call } = usePlatform()
  const { data } = useQuery(answerTo(call, passageQuestion(subject)))
  return data?.ok ? data.value : null
}
