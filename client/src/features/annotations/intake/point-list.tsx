import type { IntakePoint } from '@randnotiz/contract/annotations/intake'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { PointWords } from './point-words.js'

type Props = { points: readonly IntakePoint[]; documents: readonly DocumentSummary[] }

/** What has been typed in of a letter so far. */
export function PointList({ points, documents }: Props) {
  const { t } = useTranslation(['intake', 'annotations'])
  const localized = useLocalized()
  if (points.length === 0) return <p className="intake__none">{t('points.none')}</p>
  return (
    <ol className="intake__said">
      {points.map(point => {
        const { annotationId, documentId, kind, quote } = point
        const document = documents.find(({ id }) => id === documentId)
        return (
          <li key={annotationId}>
            <p className="intake__place">
              {t(`annotations:kind.${kind}`)}
              {document && (
                <>
                  {' · '}
                  <Link to={`/texte/${document.slug}#anmerkung-${annotationId}`}>
                    {localized(document.title)}
                  </Link>
                </>
              )}
            </p>
            <p className="intake__place" lang="de">
              {quote === null ? t('points.whole') : `„${quote}“`}
            </p>
            <PointWords point={point} />
          </li>
        )
      })}
    </ol>
  )
}
