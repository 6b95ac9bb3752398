import { useLanguage } from '../../../platform/i18n/use-language.js'
import { type RewritingTexts, rewritingTextsDe } from './rewriting-texts.de.js'
import { rewritingTextsEn } from './rewriting-texts.en.js'

const texts = { de: rewritingTextsDe, en: rewritingTextsEn }

/** What staff read while they restore or replace a text, in the language of the page. */
export function useRewritingTexts(): RewritingTexts {
  return texts[useLanguage()]
}
