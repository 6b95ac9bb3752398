import type { AnnotationId, ReplyId } from '@randnotiz/contract/kit/ids'
import { Flag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

type Props = { annotationId: AnnotationId; replyId?: ReplyId; author: string }

/** The way to the form; works without scripts, as a link does. */
export function ReportLink({ annotationId, replyId, author }: Props) {
  const { t } = useTranslation('moderation')
  const query = replyId === undefined ? '' : `?antwort=${replyId}`
  return (
    <p className="note__report">
      <Link to={`/melden/${annotationId}${query}`} aria-label={t('report.linkFor', { author })}>
        <Flag aria-hidden="true" size={14} />
        {t('report.link')}
      </Link>
    </p>
  )
}
