import type { Language } from '@randnotiz/contract/kit/wire-values'
import { createInstance, type i18n, type ResourceLanguage } from 'i18next'
import { initReactI18next } from 'react-i18next'

/** Texts of one language, ready at once; a page has one language from beginning to end. */
export function createI18n(language: Language, texts: ResourceLanguage): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: language,
    resources: { [language]: texts },
    defaultNS: 'app',
    ns: Object.keys(texts),
    initAsync: false,
    // React escapes.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return instance
}
