import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { findingsPath } from '../../features/annotations/finding/findings-question.js'
import { newsPath } from '../../features/publishing/news/news-questions.js'
import { Wordmark } from './wordmark.js'

export function SiteFooter() {
  const { t } = useTranslation(['app', 'legal', 'annotations', 'exchange', 'news'])
  return (
    <footer className="site-footer">
      <div className="site-footer__inner">
        <div className="site-footer__about">
          <Wordmark />
          <p>{t('app:footer.about')}</p>
        </div>
        <nav aria-label={t('app:footer.label')}>
          <ul className="site-footer__links">
            <li>
              <Link to={findingsPath}>{t('annotations:finding.title')}</Link>
            </li>
            <li>
              <Link to={newsPath}>{t('news:title')}</Link>
            </li>
            <li>
              <Link to="/daten">{t('exchange:data.title')}</Link>
            </li>
            <li>
              <Link to="/impressum">{t('legal:imprint.title')}</Link>
            </li>
            <li>
              <Link to="/datenschutz">{t('legal:privacy.title')}</Link>
            </li>
            <li>
              <Link to="/barrierefreiheit">{t('legal:accessibility.title')}</Link>
            </li>
            <li>
              <Link to="/berichte/moderation">{t('app:footer.numbers')}</Link>
            </li>
            <li>
              <Link to="/meldung">{t('app:footer.reports')}</Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
