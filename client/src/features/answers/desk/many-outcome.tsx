import type { ManyDone } from '@randnotiz/contract/answers/publishing'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'

type Props = { outcome: ManyDone; nameOf(point: ManyDone['refused'][number]): string }

/** What was done, and what was not done and why. */
export function ManyOutcome({ outcome: { done, refused }, nameOf }: Props) {
  const { t } = useTranslation('answers')
  return (
    <>
      {done.length > 0 && (
        <Notice tone="success" role="status">
          <p>{t('bulk.done', { count: done.length })}</p>
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="warning" role="alert" title={t('bulk.notDone', { count: refused.length })}>
          <RefusedPoints refused={refused} nameOf={nameOf} />
        </Notice>
      )}
    </>
  )
}

export function RefusedPoints({ refused, nameOf }: Pick<Props, 'nameOf'> & Pick<ManyDone, 'refused'>) {
  const refusalText = useRefusalText()
  return (
    <ul className="desk-refused">
      {refused.map(point => (
        <li key={`${point.annotationId}.${point.number}`}>
          <q>{nameOf(point)}</q> {refusalText({ code: point.code })}
        </li>
      ))}
    </ul>
  )
}
