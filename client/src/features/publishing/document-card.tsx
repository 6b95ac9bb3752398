import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { DocumentNumbers } from '@randnotiz/contract/publishing/numbers'
import { Badge } from '@randnotiz/ui/badge'
import { Card } from '@randnotiz/ui/card'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { CardMargin } from './card-margin.js'
import './document-card.css'

type Props = { document: DocumentSummary; numbers: DocumentNumbers | undefined }

/** A text as a sheet of paper: what it is about, and in its margin how many have written there. */
export function DocumentCard({ document, numbers }: Props) {
  const { t } = useTranslation('publishing')
  const localized = useLocalized()
  const { facts, kind, leeway, number } = document
  return (
    <Card as="article" clickable="whole" className="document-card">
      <div className="document-card__sheet">
        <p className="document-card__number">{t(`documents.number.${kind}`, { number })}</p>
        <h3 className="document-card__title">
          <Link to={`/texte/${document.slug}`} className="card__link">
            {localized(document.title)}
          </Link>
        </h3>
        <p className="document-card__teaser">{localized(document.teaser)}</p>
        {facts !== null && (
          <p className="document-card__unit">
            {t('documents.responsible', { unit: localized(facts.responsibleUnit) })}
          </p>
        )}
        <p className="document-card__badges">
          <Badge tone={leeway === 'codecided' ? 'accent' : 'neutral'}>
            {t(`documents.leeway.${leeway}`)}
          </Badge>
          {facts !== null && <Badge>{t(`documents.status.${facts.status}`)}</Badge>}
        </p>
      </div>
      <CardMargin annotations={numbers?.annotations ?? 0} readers={numbers?.readers ?? 0} />
    </Card>
  )
}
