import { useLanguage } from '../../../platform/i18n/use-language.js'
import { editorTextsDe } from './editor-texts.de.js'
import { editorTextsEn } from './editor-texts.en.js'

const texts = { de: editorTextsDe, en: editorTextsEn }

export type EditorTexts = typeof editorTextsDe

/** The editor's sentences in the language of the page. */
export function useEditorTexts(): EditorTexts {
  return texts[useLanguage()]
}
