import { useTranslation } from 'react-i18next'

/** The name of the site with its sign: a sheet of text with a note beside it. */
export function Wordmark() {
  const { t } = useTranslation()
  return (
    <span className="wordmark">
      <svg className="wordmark__sign" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect className="wordmark__sheet" x="3" y="2" width="26" height="28" rx="3" />
        <path className="wordmark__lines" d="M8 9h9M8 14h9M8 19h6M8 24h9" />
        <path className="wordmark__margin" d="M21 2v28" />
        <path className="wordmark__note" d="M24 12.5v8" />
      </svg>
      <span className="wordmark__name">{t('siteName')}</span>
    </span>
  )
}
