import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { useTranslation } from 'react-i18next'
import { textStateAddress } from '../text-state/text-state-question.js'
import type { PlaceStatus } from './place-status.js'
import { PlaceStatusLine } from './place-status-line.js'

type NoticeProps = {
  annotation: Annotation
  status: PlaceStatus
  isActive: boolean
  mayDecide: boolean
  /** Of the document's address. */
  slug: string
}

/**
 * What became of a passage, with the way to the text it was quoted from. That all is as it was is told only to whoever
 * looks closer.
 */
export function PlaceNotice({ annotation, status, isActive, mayDecide, slug }: NoticeProps) {
  const { t } = useTranslation('annotations')
  const { target, attachment } = annotation
  if (target.kind === 'document') return null
  if (status === 'exact' && attachment === null && !isActive) return null
  const isElsewhere = status !== 'exact' || attachment !== null
  return (
    <div className="place-notice">
      <PlaceStatusLine status={status} attachment={attachment} mayDecide={mayDecide} />
      {isElsewhere && (
        <a
          className="place-notice__then"
          href={textStateAddress({ slug, textStateId: target.textStateId, annotationId: annotation.id })}
        >
          {t('place.toThen')}
        </a>
      )}
    </div>
  )
}
