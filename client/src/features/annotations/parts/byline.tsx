import type { Author } from '@randnotiz/contract/annotations/annotation'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'

type Props = {
  author: Author
  createdAt: Moment /** When its words were changed last. */
  editedAt?: Moment | null
}

/** Who wrote something, and when. */
export function Byline({ author, createdAt, editedAt = null }: Props) {
  const { t } = useTranslation('annotations')
  const language = useLanguage()
  return (
    <p className="byline">
      <span className="byline__author">{author.pseudonym}</span>
      {author.kind === 'guest' && <span className="byline__guest">{t('card.guest')}</span>}
      {author.staff && <span className="byline__staff">{t('card.staff')}</span>}
      {/* Browsers spell dates differently from the server; what it wrote may stay. */}
      <time dateTime={createdAt} suppressHydrationWarning>
        {formatDateTime(createdAt, language)}
      </time>
      {editedAt !== null && (
        <span title={formatDateTime(editedAt, language)} suppressHydrationWarning>
          {t('card.edited')}
        </span>
      )}
    </p>
  )
}
