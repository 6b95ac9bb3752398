import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { Language } from '@randnotiz/contract/kit/wire-values'

export type EmbedTexts = {
  kinds: Record<AnnotationKind, string>
  takePart: string
  contributions(count: number): string
  toPassage: string
  wholeText: string
  passageGone: string
  official: string
  more(count: number): string
  licence: string
}

/** What stands around an embedded text, and in feeds. */
export const embedTexts: Record<Language, EmbedTexts> = {
  de: {
    kinds: {
      stakeholder: 'Fehlende Akteur*innen',
      alternative: 'Alternative',
      cooperation: 'Kooperation',
      risk: 'Risiko',
      benefit: 'Vorteil',
      idea: 'Anregung',
      question: 'Verständnisfrage',
      wording: 'Formulierung',
    },
    takePart: 'Lesen und mitschreiben',
    contributions: count => (count === 1 ? 'Ein Beitrag' : `${count} Beiträge`),
    toPassage: 'Zur Textstelle',
    wholeText: 'Zum ganzen Text',
    passageGone: 'Diese Textstelle steht nicht mehr so im Text.',
    official: 'Von der Stadt',
    more: count => (count === 1 ? 'Ein weiterer Beitrag' : `${count} weitere Beiträge`),
    licence: 'Lizenz',
  },
  en: {
    kinds: {
      stakeholder: 'Missing stakeholders',
      alternative: 'Alternative',
      cooperation: 'Cooperation',
      risk: 'Risk',
      benefit: 'Benefit',
      idea: 'Idea',
      question: 'Question',
      wording: 'Wording',
    },
    takePart: 'Read and take part',
    contributions: count => (count === 1 ? 'One contribution' : `${count} contributions`),
    toPassage: 'To the passage',
    wholeText: 'On the whole text',
    passageGone: 'This passage no longer stands in the text like that.',
    official: 'From the city',
    more: count => (count === 1 ? 'One more contribution' : `${count} more contributions`),
    licence: 'Licence',
  },
}
