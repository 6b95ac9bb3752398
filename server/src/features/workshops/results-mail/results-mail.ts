import type { Language } from '@randnotiz/contract/kit/wire-values'
import { composeMail } from '../../accounts/index.js'

type Written = { language: Language; title: string; url: string }

const texts = {
  de: {
    ask: {
      subject: (title: string) => `Ergebnisse der Werkstatt „${title}“: Bitte bestätigen`,
      text: (title: string) =>
        `jemand – vermutlich Sie – möchte die Ergebnisse der Werkstatt „${title}“ an diese Adresse bekommen. Wenn Sie zustimmen, schreiben wir Ihnen ein einziges Mal, sobald das Protokoll veröffentlicht ist, und löschen Ihre Adresse danach.`,
      action: 'Ja, die Ergebnisse zuschicken',
      footer: 'Wenn Sie das nicht waren, tun Sie nichts: Ihre Adresse ist nicht gespeichert.',
    },
    tell: {
      subject: (title: string) => `Das Protokoll der Werkstatt „${title}“ ist da`,
      text: (title: string) =>
        `das Protokoll der Werkstatt „${title}“ ist veröffentlicht: mit den Beiträgen, den Abstimmungen und dem, was daraus folgt.`,
      action: 'Zum Protokoll',
      footer: 'Ihre Adresse haben wir nur für diese Nachricht behalten. Jetzt ist sie gelöscht.',
    },
  },
  en: {
    ask: {
      subject: (title: string) => `Results of the workshop “${title}”: please confirm`,
      text: (title: string) =>
        `somebody – most likely you – wants the results of the workshop “${title}” to be sent to this address. If you agree we write to you once, when the minutes are published, and delete your address then.`,
      action: 'Yes, send me the results',
      footer: 'If this was not you, do nothing: your address is not stored.',
    },
    tell: {
      subject: (title: string) => `The minutes of the workshop “${title}” are there`,
      text: (title: string) =>
        `the minutes of the workshop “${title}” are published: with the contributions, the votes, and what follows from them.`,
      action: 'To the minutes',
      footer: 'We have kept your address for this message only. It is deleted now.',
    },
  },
} as const

/** Asks the owner of an address, or tells them. */
export function resultsMail(kind: 'ask' | 'tell', { language, title, url }: Written) {
  const { subject, text, action, footer } = texts[language][kind]
  return composeMail({
    language,
    subject: subject(title),
    paragraphs: [text(title)],
    action: { label: action, url },
    footer: [footer],
  })
}
