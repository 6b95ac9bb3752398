import type { MinutesWords } from './minutes-words.js'

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const minutesWordsEn: MinutesWords = {
  title: workshop => `Minutes: ${workshop}`,
  notFinal: 'The workshop is still running; this is how it stands now.',
  rehearsal: 'This was a rehearsal. None of it stands at the texts.',
  facts: {
    when: 'Time',
    place: 'Place',
    present: 'Present',
    contributed: 'Contributions',
    documents: 'Texts',
    speaking: 'Spoken',
    address: 'These minutes online',
  },
  people: (count, admission) => `${counted(count, 'person', 'people')} (${admissions[admission]})`,
  tables: ({ devices, people }) =>
    `${people} of them at ${counted(devices, 'table device', 'table devices')}; their votes were counted at the table`,
  contributions: (count, people) => `${count} by ${counted(people, 'person', 'people')}`,
  release: number => (number === null ? '(working text)' : `(after release ${number})`),
  spoken: ({ people, turns, minutes }) =>
    `${counted(turns, 'turn', 'turns')} of ${counted(people, 'person', 'people')}, ${counted(minutes, 'minute', 'minutes')} together`,
  agreed: 'Results',
  followUps: 'Follow-ups',
  outcome: {
    words: 'What',
    owner: 'In charge',
    dueOn: 'By',
    state: 'State',
    nobody: 'nobody yet',
    noDay: 'no date',
  },
  outcomeState: { agreed: 'agreed', open: 'open', done: 'done' },
  changedAt: moment => `changed after the workshop, on ${moment}`,
  agenda: {
    title: 'Agenda',
    step: 'Step',
    kind: 'Kind',
    planned: 'planned',
    actual: 'took',
    state: 'State',
  },
  minutes: count => `${count} min`,
  course: 'What was said and decided',
  sorted: (count, step) =>
    `${counted(count, 'contribution stands', 'contributions stand')} in the groups under “${step}”.`,
  untitled: number => `Group ${number}`,
  heldBack: count =>
    `${counted(count, 'contribution was', 'contributions were')} held back; see what else happened.`,
  gone: count => `${counted(count, 'contribution is', 'contributions are')} not public any more.`,
  conclusion: 'Result of the step',
  passage: 'Passage',
  notRevealed: 'The result was not revealed.',
  round: number => `Round ${number}`,
  sealed: moment => `sealed ${moment}`,
  method: ({ most, perOption }) =>
    perOption > 1
      ? `${most} dots each, at most ${perOption} on one`
      : most > 1
        ? `up to ${most} answers each`
        : 'one answer each',
  turnout: (cast, eligible) => `${cast} of ${eligible} voted`,
  late: count => (count === 0 ? 'none too late' : `${counted(count, 'ballot', 'ballots')} too late`),
  recounted: 'recounted, the same',
  option: 'To choose from',
  weight: { dots: 'Dots', votes: 'Votes' },
  voters: 'People',
  ahead: 'ahead',
  asItIs: 'wording as it is',
  incidents: 'What else happened',
  trust:
    'These minutes are told from the log of the workshop, in which nothing is changed and nothing deleted. Contributions stand without names.',
  kind: {
    read: 'Reading',
    gather: 'Gathering',
    group: 'Sorting',
    dotVote: 'Dots',
    poll: 'Poll',
    duel: 'Wordings',
    discussion: 'Talk',
    announcement: 'Announcement',
  },
  state: {
    planned: 'not opened',
    open: 'open',
    held: 'held',
    sealed: 'sealed',
    revealed: 'revealed',
    settled: 'settled',
    skipped: 'skipped',
  },
  secrecy: { open: 'open', confidential: 'confidential', secret: 'secret' },
  incident: (what, title) =>
    ({
      paused: 'Break',
      resumed: 'On after the break',
      controlPassed: 'Control was handed over',
      controlTaken: 'Control was taken over',
      stepReopened: `Another round: ${title}`,
      stepSkipped: `Left out: ${title}`,
      stepInserted: `Inserted: ${title}`,
      heldBack: 'A contribution was held back',
      letThrough: 'A contribution was shown after all',
    })[what],
  contribution: {
    stakeholder: 'Missing stakeholders',
    alternative: 'Alternative',
    cooperation: 'Cooperation',
    risk: 'Risk',
    benefit: 'Benefit',
    idea: 'Suggestion',
    question: 'Question',
    wording: 'Wording',
  },
  page: { page: 'Page', of: 'of' },
  file: 'minutes',
}

const admissions = {
  open: 'open admission',
  waitingRoom: 'let in by the lead',
  tickets: 'entry tickets',
  accounts: 'with an account',
} as const
