import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { useTranslation } from 'react-i18next'

type Props = Pick<Annotation, 'body' | 'reason' | 'instead'>

/** What a contribution says: what, why, what instead. */
export function Said({ body, reason, instead }: Props) {
  const { t } = useTranslation('annotations')
  return (
    <>
      {body !== null && <p className="note__body">{body}</p>}
      {reason !== null && <Answer label={t('card.reason')} text={reason} />}
      {instead !== null && <Answer label={t('card.instead')} text={instead} />}
    </>
  )
}

function Answer({ label, text }: { label: string; text: string }) {
  return (
    <p className="note__body note__answer">
      <strong>{label}:</strong> {text}
    </p>
  )
}
