import type { Language } from '@randnotiz/contract/kit/wire-values'
import type { ResourceLanguage } from 'i18next'

const loaders: Record<Language, () => Promise<ResourceLanguage>> = {
  de: async () => (await import('./de.js')).textsDe,
  en: async () => (await import('./en.js')).textsEn,
}

/** The source file of a language's texts, from the client's folder. */
export const textsSource = (language: Language) => `src/app/texts/${language}.ts`

/** The texts of one language; a page carries no other. */
export const loadTexts = (language: Language): Promise<ResourceLanguage> => loaders[language]()
