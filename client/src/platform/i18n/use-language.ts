import { Language, type LocalizedText } from '@randnotiz/contract/kit/wire-values'
import { useTranslation } from 'react-i18next'

/** The language of the page. */
export function useLanguage(): Language {
  return Language.parse(useTranslation().i18n.language)
}

/** Picks the page's language out of a text that comes in all of them. */
export function useLocalized(): (text: LocalizedText) => string {
  const language = useLanguage()
  return text => text[language]
}
