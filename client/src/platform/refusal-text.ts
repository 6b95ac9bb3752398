import type { Refusal } from '@randnotiz/contract/kit/refusals'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { useLanguage } from './i18n/use-language.js'
import { refusalTextsDe } from './refusal-texts.de.js'
import { refusalTextsEn } from './refusal-texts.en.js'

const texts = { de: refusalTextsDe, en: refusalTextsEn }

const waiting: Record<Language, (seconds: number) => string> = {
  de: seconds => ` Weiter geht es in ${seconds === 1 ? 'einer Sekunde' : `${seconds} Sekunden`}.`,
  en: seconds => ` You can go on in ${seconds === 1 ? 'one second' : `${seconds} seconds`}.`,
}

/** A refusal as a sentence for the person it is meant for. */
export function refusalText({ code, retryAfter }: Refusal, language: Language): string {
  const sentence = texts[language][code]
  return retryAfter === undefined ? sentence : sentence + waiting[language](retryAfter)
}

/** The sentence in the language of the page. */
export function useRefusalText(): (refusal: Refusal) => string {
  const language = useLanguage()
  return refusal => refusalText(refusal, language)
}
