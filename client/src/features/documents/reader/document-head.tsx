import type { DocumentPage } from '@randnotiz/contract/documents/endpoints'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { buttonClass } from '@randnotiz/ui/button-class'
import { PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { LeewayScale } from './leeway-scale.js'
import { MeasureFactList } from './measure-fact-list.js'
import { readingMinutes } from './reading-time.js'

type HeadProps = {
  page: z.infer<typeof DocumentPage>
  editedAt: Moment
  /** What stands beside when the text was edited. */
  children?: ReactNode
}

/** What to know before reading: which text this is, how long, how fresh, and how much can still change. */
export function DocumentHead({ page, editedAt, children }: HeadProps) {
  const { document, text, permissions, source } = page
  const { t } = useTranslation('reader')
  const localized = useLocalized()
  const language = useLanguage()
  return (
    <header className="document-head">
      <p className="document-head__kind">{t(`kind.${document.kind}`, { number: document.number })}</p>
      <h1 className="document-head__title">{localized(document.title)}</h1>
      <p className="document-head__teaser">{localized(document.teaser)}</p>
      <div className="document-head__meta">
        <span>{t('readingTime', { count: readingMinutes(text.words) })}</span>
        <time dateTime={editedAt} suppressHydrationWarning>
          {source.kind === 'release'
            ? t('publishedAt', { moment: formatDateTime(editedAt, language) })
            : t('editedAt', { moment: formatDateTime(editedAt, language) })}
        </time>
        {children}
        {permissions.edit && (
          <Link to={`/texte/${document.slug}/bearbeiten`} className={buttonClass({ size: 'small' })}>
            <PenLine aria-hidden="true" size={16} />
            {t('edit')}
          </Link>
        )}
      </div>
      <LeewayScale leeway={document.leeway} text={document.leewayText} />
      {document.facts && <MeasureFactList facts={document.facts} />}
    </header>
  )
}
