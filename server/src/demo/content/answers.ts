import { Outcome } from '@randnotiz/contract/answers/outcome'
import { UnitId } from '@randnotiz/contract/answers/settings'

/**
 * What the office of the demo has done about a contribution, named by its text, its author and how it begins. Days count
 * back from the day on which the demo is loaded. `publishedDaysAgo` null is not public yet, `reason` null in review.
 */
export type DemoAnswer = {
  document: string
  author: string
  begins: string
  unit: UnitId
  outcome: Outcome
  reason: string | null
  state: 'inReview' | 'drafted' | 'released' | 'published'
  daysAgo: number
  /** Negative for a day that is past. */
  dueInDays: number | null
}

type Said = Omit<DemoAnswer, 'unit' | 'outcome' | 'dueInDays'> & {
  unit: string
  outcome: Outcome['kind'] | { to: string }
  dueInDays?: number
}

function answer({ unit, outcome, dueInDays, ...said }: Said): DemoAnswer {
  const kind = typeof outcome === 'string' ? { kind: outcome } : { kind: 'forwarded', ...outcome }
  return { ...said, unit: UnitId.parse(unit), outcome: Outcome.parse(kind), dueInDays: dueInDays ?? null }
}

export const demoAnswers: readonly DemoAnswer[] = [
  answer({
    document: 'mobile-stadt',
    author: 'Nachtbusfan',
    begins: 'Am selben Tag hilft',
    unit: 'mobilitaet',
    outcome: 'adopted',
    reason:
      'Sie haben recht: Eine Meldung am Abend nützt an der Haltestelle niemandem mehr. Wir haben uns mit dem Verkehrsbetrieb auf zehn Minuten verständigt und den Satz geändert. Die Frist gilt für Anzeigen, App und Telefonansage.',
    state: 'published',
    daysAgo: 12,
  }),
  answer({
    document: 'mobile-stadt',
    author: 'Heidi vom Hang',
    begins: 'Bitte dazuschreiben, dass keine Bilder',
    unit: 'digitales',
    outcome: 'adopted',
    reason:
      'Das war so gemeint und stand nur nicht da. Der Text sagt jetzt ausdrücklich, dass die Zählgeräte keine Bilder speichern. Die technische Beschreibung der Geräte stellen wir zu den offenen Daten.',
    state: 'published',
    daysAgo: 10,
  }),
  answer({
    document: 'mobilitaet-x-multi',
    author: 'Radlerin Nord',
    begins: 'Bitte auch abschließbare Boxen',
    unit: 'mobilitaet',
    outcome: 'examination',
    reason:
      'Ob Boxen bezahlbar sind, wissen wir noch nicht. Wir haben drei Angebote für je vier Boxen angefragt und klären, wer sie wartet. Niedrige Bügel für Kinderräder sind unstrittig, sie kommen in die Ausschreibung. Das Ergebnis tragen wir hier nach.',
    state: 'published',
    daysAgo: 18,
  }),
  answer({
    document: 'mobilitaet-x-multi',
    author: 'rollt_weiter',
    begins: 'Näher am Eingang ist',
    unit: 'soziales',
    outcome: 'contained',
    reason:
      'Die Breite von 3,50 Metern und der Platz für eine Heckrampe sind in den Planungsregeln der Stadt festgelegt und gelten auch hier. Ihr Angebot zum Spaziergang nehmen wir gern an; die Stelle für Teilhabe meldet sich bei Ihnen.',
    state: 'published',
    daysAgo: 9,
  }),
  answer({
    document: 'mobilitaet-x-multi',
    author: 'Campuskatze',
    begins: 'Die Möbel könnten wir',
    unit: 'stadtentwicklung',
    outcome: 'noted',
    reason:
      'Vielen Dank, das Angebot freut uns sehr. Am Konzepttext ändert es nichts, denn wer die Möbel baut, entscheidet sich erst mit dem ersten Probelauf. Wir haben Sie dafür vorgemerkt.',
    state: 'published',
    daysAgo: 7,
  }),
  answer({
    document: 'mobilitaet-x-multi',
    author: 'Bäckermeister K.',
    begins: 'Fürchten ist das eine',
    unit: 'wirtschaft',
    outcome: 'examination',
    reason:
      'Kurze Haltezeiten sind möglich, hängen aber von der Straße ab. Für Ihre Straße lassen wir zählen, wie lange morgens gehalten wird. Mit den Zahlen sprechen wir im Herbst mit allen Betrieben, nicht nur mit einzelnen.',
    state: 'released',
    daysAgo: 2,
    dueInDays: 5,
  }),
  answer({
    document: 'nudging',
    author: 'Gartenzaun',
    begins: 'Für eine halbe Million',
    unit: 'mobilitaet',
    outcome: 'rejected',
    reason:
      'Den Ärger verstehen wir. Das Geld stammt aus der Bundesförderung und darf nur für digitale Modellvorhaben ausgegeben werden; für Busfahrten oder Radwege würde es zurückgefordert. Ob die App etwas bewirkt, prüft die Hochschule, und das Ergebnis veröffentlichen wir auch dann, wenn es schlecht ausfällt.',
    state: 'published',
    daysAgo: 15,
  }),
  answer({
    document: 'transparente-stadt',
    author: 'Zettelkasten',
    begins: 'In kleinen Ortsteilen',
    unit: 'digitales',
    outcome: 'examination',
    reason:
      'Die Grenze von zehn Personen haben wir von einer üblichen Empfehlung übernommen. Ihr Einwand zu kleinen Ortsteilen leuchtet ein. Die Stelle für Datenschutz rechnet an echten Zahlen nach, ob zwanzig die bessere Grenze ist.',
    state: 'published',
    daysAgo: 11,
  }),
  answer({
    document: 'transparente-stadt',
    author: 'Skeptiker58',
    begins: 'Gilt das auch rückwirkend',
    unit: 'digitales',
    outcome: { to: 'die Landesbeauftragte für Datenschutz' },
    reason:
      'Bestehende Geräte der Stadt tragen wir nach, das ist mit der Antwort vom letzten Monat zugesagt. Für private Kameras ist die Stadt nicht zuständig; Ihre Frage haben wir weitergegeben und Ihnen das Aktenzeichen geschickt.',
    state: 'published',
    daysAgo: 6,
  }),
  answer({
    document: 'interaktive-stadt',
    author: 'Mama von drei',
    begins: 'Vorschlag: nach einer Woche',
    unit: 'stadtentwicklung',
    outcome: 'noted',
    reason: null,
    state: 'inReview',
    daysAgo: 3,
    dueInDays: 9,
  }),
  answer({
    document: 'interaktive-stadt',
    author: 'Neu_hier',
    begins: 'Fragen Sie die Sprachkurse',
    unit: 'soziales',
    outcome: 'contained',
    reason:
      'Beiträge in jeder Sprache sind willkommen, das steht im Abschnitt über die Einladung. Sprachkurse, Vereine und Läden stehen auf der Liste, an wen sie geht. Wir übersetzen, was kommt, und zeigen beide Fassungen.',
    state: 'published',
    daysAgo: 13,
  }),
  answer({
    document: 'interaktive-stadt',
    author: 'Gartenzaun',
    begins: 'Wenn hundert Leute schreiben',
    unit: 'stadtentwicklung',
    outcome: 'noted',
    reason:
      'Textbausteine benutzen wir, aber nur für Anfang und Ende. Der Grund steht in jeder Antwort selbst, und eine zweite Person liest ihn, bevor er öffentlich wird. Messen Sie uns daran.',
    state: 'drafted',
    daysAgo: 1,
    dueInDays: -2,
  }),
  answer({
    document: 'soziale-stadt',
    author: 'lena_2011',
    begins: 'Meine Oma hat von mir',
    unit: 'soziales',
    outcome: 'examination',
    reason:
      'Eine Bescheinigung für die Schule ist eine gute Idee. Das Jugendbüro fragt gerade bei zwei Schulen an, in welcher Form sie zählt. Bis zu den Sommerferien wissen wir mehr.',
    state: 'published',
    daysAgo: 5,
  }),
  answer({
    document: 'soziale-stadt',
    author: 'Gartenzaun',
    begins: 'Danke für diesen Satz',
    unit: 'soziales',
    outcome: 'noted',
    reason: 'Danke für Ihre dreißig Jahre. Der Satz bleibt.',
    state: 'published',
    daysAgo: 4,
  }),
]
