import type { Language } from '@randnotiz/contract/kit/wire-values'
import { createInstance, type i18n, type ResourceLanguage } from 'i18next'

/**
 * Texts of one language, ready at once; a page has one language from beginning to end. Handed on by a provider only: a
 * server renders pages in several languages side by side.
 */
export function createI18n(language: Language, texts: ResourceLanguage): i18n {
  const instance = createInstance()
  void instance.init({
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
