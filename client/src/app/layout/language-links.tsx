import type { Language } from '@randnotiz/contract/kit/wire-values'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useLanguage } from '../../platform/i18n/use-language.js'

const names: Record<Language, string> = { de: 'Deutsch', en: 'English' }

/** Plain links: another language is another page, made by the server, which keeps the choice in a cookie. */
export function LanguageLinks() {
  const { t } = useTranslation()
  const current = useLanguage()
  const { pathname, search } = useLocation()
  const addressIn = (language: Language) => {
    const query = new URLSearchParams(search)
    query.set('lang', language)
    return `${pathname}?${query}`
  }
  return (
    <ul className="language-links" aria-label={t('navigation.language')}>
      {(['de', 'en'] as const).map(language => (
        <li key={language}>
          <a
            href={addressIn(language)}
            hrefLang={language}
            lang={language}
            aria-label={`${language.toUpperCase()}: ${names[language]}`}
            aria-current={language === current ? 'true' : undefined}
          >
            {language.toUpperCase()}
          </a>
        </li>
      ))}
    </ul>
  )
}
