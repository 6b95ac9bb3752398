import type { Outcome, OutcomeKind } from '@randnotiz/contract/answers/outcome'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'

/** As it stands in mails, in a sentence. */
const texts: Record<OutcomeKind, LocalizedText> = {
  adopted: { de: 'wird berücksichtigt', en: 'adopted' },
  partly: { de: 'wird teilweise berücksichtigt', en: 'partly adopted' },
  rejected: { de: 'wird nicht berücksichtigt', en: 'not adopted' },
  noted: { de: 'zur Kenntnis genommen', en: 'taken note of' },
  contained: { de: 'bereits enthalten', en: 'already in the text' },
  forwarded: { de: 'weitergeleitet an', en: 'forwarded to' },
  examination: { de: 'Prüfauftrag', en: 'to be examined' },
}

export function outcomeText(outcome: Outcome): LocalizedText {
  const { de, en } = texts[outcome.kind]
  return outcome.kind === 'forwarded' ? { de: `${de} ${outcome.to}`, en: `${en} ${outcome.to}` } : { de, en }
}
