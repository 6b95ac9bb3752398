import type { Attachment } from '@randnotiz/contract/annotations/attachment'
import {
  CircleQuestionMark,
  FilePenLine,
  type LucideIcon,
  MapPin,
  MapPinOff,
  Search,
  UserRoundCheck,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PlaceStatus } from './place-status.js'

const icons: Record<Exclude<PlaceStatus, 'document'>, LucideIcon> = {
  exact: MapPin,
  changed: FilePenLine,
  suggested: CircleQuestionMark,
  searching: Search,
  orphaned: MapPinOff,
}

type LineProps = {
  status: PlaceStatus
  attachment: Attachment | null
  /** For whoever may decide about it, a suggestion is a question. */
  mayDecide: boolean
}

/** What became of a passage: a sign, a word, and a sentence that says why. A contribution on the whole text has none. */
export function PlaceStatusLine({ status, attachment, mayDecide }: LineProps) {
  const { t } = useTranslation('annotations')
  if (status === 'document') return null
  const wording = status === 'suggested' && mayDecide ? 'toDecide' : wordingOf(status, attachment)
  const Icon = icons[status]
  return (
    <div className="place-status" data-status={status}>
      <p className="place-status__line">
        <Icon aria-hidden="true" size={16} />
        <span>
          <strong>{t(`place.${wording}.name`)}</strong>{' '}
          <span className="place-status__why">{t(`place.${wording}.why`)}</span>
        </span>
      </p>
      {attachment !== null && status !== 'suggested' && (
        <p className="place-status__line place-status__staff">
          <UserRoundCheck aria-hidden="true" size={16} />
          <span>{t(`place.byStaff.${attachment.decision}`)}</span>
        </p>
      )}
    </div>
  )
}

/** Words that staff put somewhere on purpose did not change there. */
function wordingOf(status: Exclude<PlaceStatus, 'document'>, attachment: Attachment | null) {
  if (status === 'changed' && attachment?.decision === 'attached') return 'moved'
  if (status === 'orphaned' && attachment?.decision === 'detached') return 'gone'
  return status
}
