import type { Language } from '@randnotiz/contract/kit/wire-values'
import type { ResourceLanguage } from 'i18next'

const loaders: Record<Language, () => Promise<ResourceLanguage>> = {
  de: async () => (await import('./hall.de.js')).hallPageDe,
  en: async () => (await import('./hall.en.js')).hallPageEn,
}

/** The source file of a language's texts for halls, from the client's folder. */
export const hallTextsSource = (language: Language) => `src/app/texts/hall.${language}.ts`

/** What a phone in a hall needs, and no more. */
export const loadHallTexts = (language: Language): Promise<ResourceLanguage> => loaders[language]()
