import type { MinutesWords } from './minutes-words.js'

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const minutesWordsDe: MinutesWords = {
  title: workshop => `Protokoll: ${workshop}`,
  notFinal: 'Die Werkstatt läuft noch; das hier ist der Stand von jetzt.',
  rehearsal: 'Das war ein Probelauf. Nichts davon steht an den Texten.',
  facts: {
    when: 'Zeit',
    place: 'Ort',
    present: 'Dabei',
    contributed: 'Beiträge',
    documents: 'Texte',
    speaking: 'Wortmeldungen',
    address: 'Dieses Protokoll im Netz',
  },
  people: (count, admission) => `${counted(count, 'Person', 'Personen')} (${admissions[admission]})`,
  tables: ({ devices, people }) =>
    `davon ${people} an ${counted(devices, 'Tischgerät', 'Tischgeräten')}; ihre Stimmen wurden am Tisch gezählt`,
  contributions: (count, people) => `${count} von ${counted(people, 'Person', 'Personen')}`,
  release: number => (number === null ? '(Arbeitsstand)' : `(nach Fassung ${number})`),
  spoken: ({ people, turns, minutes }) =>
    `${turns} von ${counted(people, 'Person', 'Personen')}, zusammen ${counted(minutes, 'Minute', 'Minuten')}`,
  agreed: 'Ergebnisse',
  followUps: 'Folgeaufgaben',
  outcome: {
    words: 'Was',
    owner: 'Zuständig',
    dueOn: 'Bis',
    state: 'Stand',
    nobody: 'noch niemand',
    noDay: 'ohne Termin',
  },
  outcomeState: { agreed: 'vereinbart', open: 'offen', done: 'erledigt' },
  changedAt: moment => `nach der Werkstatt geändert am ${moment}`,
  agenda: {
    title: 'Ablauf',
    step: 'Schritt',
    kind: 'Art',
    planned: 'geplant',
    actual: 'gedauert',
    state: 'Stand',
  },
  minutes: count => `${count} Min.`,
  course: 'Was gesagt und entschieden wurde',
  sorted: (count, step) =>
    `${counted(count, 'Beitrag steht', 'Beiträge stehen')} in den Gruppen unter „${step}“.`,
  untitled: number => `Gruppe ${number}`,
  heldBack: count =>
    `${counted(count, 'Beitrag wurde', 'Beiträge wurden')} zurückgehalten; siehe Besonderes.`,
  gone: count => `${counted(count, 'Beitrag ist', 'Beiträge sind')} seither nicht mehr öffentlich.`,
  conclusion: 'Ergebnis des Schritts',
  passage: 'Textstelle',
  notRevealed: 'Das Ergebnis wurde nicht aufgedeckt.',
  round: number => `Runde ${number}`,
  sealed: moment => `geschlossen ${moment}`,
  method: ({ most, perOption }) =>
    perOption > 1
      ? `${most} Punkte je Person, höchstens ${perOption} auf eines`
      : most > 1
        ? `bis zu ${most} Antworten je Person`
        : 'eine Antwort je Person',
  turnout: (cast, eligible) => `${cast} von ${eligible} haben abgestimmt`,
  late: count => (count === 0 ? 'keine Stimme zu spät' : `${counted(count, 'Stimme', 'Stimmen')} zu spät`),
  recounted: 'nachgezählt, stimmt überein',
  option: 'Zur Wahl stand',
  weight: { dots: 'Punkte', votes: 'Stimmen' },
  voters: 'Personen',
  ahead: 'vorn',
  asItIs: 'Wortlaut wie bisher',
  incidents: 'Besonderes',
  trust:
    'Dieses Protokoll ist aus dem Verlauf der Werkstatt entstanden, in dem nichts geändert und nichts gelöscht wird. Beiträge stehen ohne Namen.',
  kind: {
    read: 'Lesen',
    gather: 'Sammeln',
    group: 'Ordnen',
    dotVote: 'Punkten',
    poll: 'Umfrage',
    duel: 'Formulierungen',
    discussion: 'Gespräch',
    announcement: 'Ansage',
  },
  state: {
    planned: 'nicht geöffnet',
    open: 'offen',
    held: 'angehalten',
    sealed: 'geschlossen',
    revealed: 'aufgedeckt',
    settled: 'abgeschlossen',
    skipped: 'ausgelassen',
  },
  secrecy: { open: 'offen', confidential: 'vertraulich', secret: 'geheim' },
  incident: (what, title) =>
    ({
      paused: 'Pause',
      resumed: 'Weiter nach der Pause',
      controlPassed: 'Die Leitung wurde übergeben',
      controlTaken: 'Die Leitung wurde übernommen',
      stepReopened: `Neue Runde: ${title}`,
      stepSkipped: `Ausgelassen: ${title}`,
      stepInserted: `Eingefügt: ${title}`,
      heldBack: 'Ein Beitrag wurde zurückgehalten',
      letThrough: 'Ein Beitrag wurde doch gezeigt',
    })[what],
  contribution: {
    stakeholder: 'Fehlende Akteur*innen',
    alternative: 'Alternative',
    cooperation: 'Kooperation',
    risk: 'Risiko',
    benefit: 'Vorteil',
    idea: 'Anregung',
    question: 'Verständnisfrage',
    wording: 'Formulierung',
  },
  page: { page: 'Seite', of: 'von' },
  file: 'protokoll',
}

const admissions = {
  open: 'offener Zugang',
  waitingRoom: 'Einlass durch die Leitung',
  tickets: 'Eintrittskarten',
  accounts: 'mit Konto',
} as const
