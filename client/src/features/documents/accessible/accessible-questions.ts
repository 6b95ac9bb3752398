import {
  getOtherWaysDesk,
  getPlainText,
  getSignLanguage,
} from '@randnotiz/contract/documents/accessible-endpoints'
import { ask } from '../../../platform/question.js'

export const plainTextQuestion = (slug: string) => ask(getPlainText, { params: { slug } })
export const signLanguageQuestion = (slug: string) => ask(getSignLanguage, { params: { slug } })
export const otherWaysQuestion = (slug: string) => ask(getOtherWaysDesk, { params: { slug } })

export const plainAddress = (slug: string) => `/texte/${slug}/leichte-sprache`
export const signAddress = (slug: string) => `/texte/${slug}/gebaerdensprache`
export const otherWaysAddress = (slug: string) => `/texte/${slug}/zugaenge`
