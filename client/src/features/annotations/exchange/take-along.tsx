import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useInBrowser } from '../../../platform/use-in-browser.js'
import { EmbedSnippet } from './embed-snippet.js'
import './take-along.css'

/** Ways to have a text and its contributions elsewhere. */
export function TakeAlong({ document }: { document: DocumentSummary }) {
  const { t } = useTranslation('exchange')
  const language = useLanguage()
  const inBrowser = useInBrowser()
  const { slug } = document
  return (
    <section className="take-along" aria-labelledby="mitnehmen">
      <h2 id="mitnehmen">{t('takeAlong.title')}</h2>
      <ul className="take-along__links">
        <li>
          <a href={openAddress.documentFeed(slug, language)}>{t('takeAlong.feed')}</a>
        </li>
        <li>
          <a href={openAddress.ofDocument(slug, 'csv')}>{t('takeAlong.csv')}</a>
        </li>
        <li>
          <a href={openAddress.ofDocument(slug, 'jsonld')}>{t('takeAlong.jsonld')}</a>
        </li>
        <li>
          <Link to="/daten">{t('takeAlong.more')}</Link>
        </li>
      </ul>
      <details className="take-along__embed">
        <summary>
          {t('takeAlong.embed')}
          <ChevronDown className="take-along__sign" aria-hidden="true" size={18} />
        </summary>
        <div className="take-along__sheet">
          <p>{t('takeAlong.embedText')}</p>
          {inBrowser && <EmbedSnippet document={document} site={window.location.origin} />}
          <p>
            <a href={openAddress.embed(slug, language)}>{t('takeAlong.look')}</a>
          </p>
        </div>
      </details>
    </section>
  )
}
