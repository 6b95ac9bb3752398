import { bodyLimit } from '@randnotiz/contract/annotations/annotation'
import { useTranslation } from 'react-i18next'
import type { Mistake } from '../writing/contribution.js'

/** The sentence for what is wrong with a field; null when nothing is. */
export function useMistakeText(mistakes: readonly Mistake[]): (field: Mistake['field']) => string | null {
  const { t } = useTranslation('annotations')
  return field => {
    const mistake = mistakes.find(each => each.field === field)
    if (mistake === undefined) return null
    if (mistake.problem === 'too-long') return t('mistake.tooLong', { limit: bodyLimit })
    return mistake.field === 'body' ? t('mistake.body.missing') : t(`mistake.replacement.${mistake.problem}`)
  }
}
