import type { Process } from '@randnotiz/contract/publishing/process'

/** Midnight in Detmold, written in UTC as everything that crosses a wire. */
const phaseStart = {
  kickoff: '2025-02-28T23:00:00.000Z',
  workshops: '2025-05-31T22:00:00.000Z',
  draft: '2025-11-30T23:00:00.000Z',
  council: '2028-01-31T23:00:00.000Z',
  implementation: '2028-06-30T22:00:00.000Z',
  end: '2031-12-31T23:00:00.000Z',
}

const nothing = { annotate: false, propose: false, reply: false, support: false }

/**
 * The demo process: a continuation of the first edition of 2023. The long draft phase is on purpose, so that
 * whoever starts the demo in 2026 or 2027 can annotate.
 */
export const demoProcess: Omit<Process, 'id'> = {
  slug: 'smart-city-konzept',
  title: { de: 'Smart-City-Konzept', en: 'Smart City Concept' },
  motto: { de: 'Die co-kreative Stadt', en: 'The co-creative city' },
  summary: {
    de: 'Detmold schreibt sein Smart-City-Konzept öffentlich fort. Lesen Sie den Arbeitsstand, markieren Sie eine Stelle und sagen Sie, was fehlt, was nicht stimmt oder besser ginge.',
    en: 'Detmold continues its Smart City concept in public. Read the working draft, mark a passage and say what is missing, what is wrong or what could be better.',
  },
  welcome: [
    {
      de: 'Schön, dass Sie da sind. Hier entsteht ein Text, der die nächsten Jahre in Detmold prägen soll: wie wir unterwegs sind, wie wir miteinander reden, wer Hilfe findet und wofür die Stadt ihr Geld ausgibt. Sechs Bausteine beschreiben die Ziele, neun Maßnahmen den Weg dorthin.',
      en: 'Good to see you. A text is being written here that will shape the coming years in Detmold: how we get around, how we talk to each other, who finds help and what the city spends its money on. Six building blocks describe the goals, nine measures the way there.',
    },
    {
      de: 'Der Text ist nicht fertig, und das ist Absicht. Solange daran geschrieben wird, kann ein guter Einwand noch etwas ändern. Sie brauchen kein Fachwissen. Wer jeden Morgen auf den Bus wartet, weiß etwas über Busse, das in keiner Akte steht.',
      en: 'The text is not finished, and that is on purpose. While it is being written, a good objection can still change something. You need no expert knowledge. Whoever waits for the bus every morning knows things about buses that are in no file.',
    },
    {
      de: 'Lesen können alle, ohne Anmeldung. Zum Anmerken genügen eine E-Mail-Adresse und ein Name Ihrer Wahl; Ihren richtigen Namen müssen Sie nicht nennen. Mitmachen dürfen alle ab zehn Jahren.',
      en: 'Everybody can read, without signing in. To annotate, a mail address and a name of your choice are enough; you need not give your real name. Everyone from the age of ten may take part.',
    },
  ],
  results: [
    {
      de: 'Die Redaktion liest jede Anmerkung und prüft sie mit dem zuständigen Fachbereich. Sie bekommen innerhalb von sechs Wochen eine Antwort mit Begründung. Führt Ihr Hinweis zu einer Änderung, sehen Sie am Text, welcher Satz sich geändert hat.',
      en: 'The editors read every annotation and look into it with the unit in charge. You get an answer with reasons within six weeks. If your remark leads to a change, the text shows which sentence has changed.',
    },
    {
      de: 'Am Ende der Beteiligung entsteht eine nummerierte Fassung. Der Rat erhält sie zusammen mit einer Tabelle aller Beiträge und Antworten, ohne Namen, und stimmt darüber ab.',
      en: 'When the participation closes, a numbered release is made. The council receives it together with a table of all contributions and answers, without names, and votes on it.',
    },
  ],
  notice: {
    de: 'Dies ist eine Veranschaulichung und kein Angebot der Stadt Detmold. Texte, Zahlen, Termine und alle Personen sind erfunden, soweit sie nicht öffentlich bekannt sind. Beiträge auf dieser Seite erreichen keine Behörde.',
    en: 'This is an illustration and no offer of the city of Detmold. Texts, figures, dates and all persons are invented unless publicly known. Contributions on this site reach no authority.',
  },
  admitsGuests: true,
  supportHiddenHours: 24,
  editHours: null,
  contact: {
    unit: { de: 'Stabsstelle Digitalisierung', en: 'Digitalisation Unit' },
    email: 'smart-city@example.org',
    phone: '',
  },
  phases: [
    {
      key: 'auftakt',
      title: { de: 'Auftakt', en: 'Kick-off' },
      description: {
        de: 'Was hat die erste Fassung bewirkt? Rückblick mit allen Fachbereichen und ein offener Abend für die Stadt.',
        en: 'What has the first edition achieved? A look back with all departments and an open evening for the city.',
      },
      startsAt: phaseStart.kickoff,
      endsAt: phaseStart.workshops,
      allows: nothing,
    },
    {
      key: 'zielbild-werkstaetten',
      title: { de: 'Zielbild-Werkstätten', en: 'Vision workshops' },
      description: {
        de: 'In Werkstätten in der Kernstadt und den Ortsteilen sammeln Menschen Ziele, gewichten sie und streiten darüber.',
        en: 'In workshops in the centre and the districts people collect goals, weigh them and argue about them.',
      },
      startsAt: phaseStart.workshops,
      endsAt: phaseStart.draft,
      allows: nothing,
    },
    {
      key: 'beteiligung-am-arbeitsstand',
      title: { de: 'Beteiligung am Arbeitsstand', en: 'Taking part in the working draft' },
      description: {
        de: 'Die Texte liegen offen, die Redaktion schreibt weiter. Jede Stelle lässt sich anmerken, jede Anmerkung beantworten.',
        en: 'The texts are open and the editors keep writing. Every passage can be annotated, every annotation answered.',
      },
      startsAt: phaseStart.draft,
      endsAt: phaseStart.council,
      allows: { annotate: true, propose: true, reply: true, support: true },
    },
    {
      key: 'beschluss-im-rat',
      title: { de: 'Beschluss im Rat', en: 'Decision in the council' },
      description: {
        de: 'Die Ausschüsse beraten die neue Fassung mit allen Beiträgen und Antworten, danach entscheidet der Rat.',
        en: 'The committees discuss the new release with all contributions and answers, then the council decides.',
      },
      startsAt: phaseStart.council,
      endsAt: phaseStart.implementation,
      allows: nothing,
    },
    {
      key: 'umsetzung',
      title: { de: 'Umsetzung', en: 'Putting it to work' },
      description: {
        de: 'Die Maßnahmen laufen oder beginnen. Einmal im Jahr steht hier, was gelungen ist und was nicht.',
        en: 'The measures go on or begin. Once a year this page says what has worked and what has not.',
      },
      startsAt: phaseStart.implementation,
      endsAt: phaseStart.end,
      allows: nothing,
    },
  ],
}
