import { objectToDecision } from '@randnotiz/contract/annotations/moderation/endpoints'
import type { ModerationDecisionId } from '@randnotiz/contract/kit/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { questionKey } from '../../../platform/question.js'
import { useDeed } from '../../../platform/use-deed.js'
import { ObjectionWords } from './objection-words.js'
import { decisionQuestion } from './questions.js'

/** The author says why the decision is wrong. */
export function ObjectionForm({ decisionId }: { decisionId: ModerationDecisionId }) {
  const { t } = useTranslation('moderation')
  const queryClient = useQueryClient()
  const deed = useDeed(objectToDecision)

  async function object(text: string) {
    const result = await deed.run({ params: { decisionId }, body: { text } })
    if (result.ok)
      await queryClient.invalidateQueries({ queryKey: questionKey(decisionQuestion(decisionId)) })
  }

  return (
    <ObjectionWords
      className="statement__objection"
      title={t('objection.title')}
      question={t('objection.text')}
      state={deed.state}
      onObject={text => void object(text)}
    />
  )
}
