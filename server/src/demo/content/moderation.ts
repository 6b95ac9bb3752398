import type { Verdict } from '@randnotiz/contract/annotations/moderation/decision'
import type { HoldReason, HouseRule } from '@randnotiz/contract/annotations/publication'
import type { DemoAnnotation } from './annotations/demo-annotation.js'

/** What moderators of the demo find in their queue, and what they have decided. Nobody here exists. */
export type DemoCase = DemoAnnotation &
  (
    | { case: 'held'; reasons: HoldReason[] }
    | { case: 'reported'; rule: HouseRule; explanation: string }
    | { case: 'hidden'; verdict: Extract<Verdict, { kind: 'hide' }>; objection: string | null }
  )

export const demoCases: DemoCase[] = [
  {
    case: 'held',
    reasons: [{ rule: 'links', links: 3 }],
    document: 'mobile-stadt',
    quote: 'Auskünfte stimmen: Baustellen, Ausfälle und Umleitungen',
    kind: 'idea',
    body: 'Drei Städte machen das schon vor: www.stadt-eins.example, www.stadt-zwei.example und www.stadt-drei.example. Vielleicht kann jemand von dort in die Werkstatt kommen?',
    author: 'Zettelkasten',
    daysAgo: 0,
  },
  {
    case: 'held',
    reasons: [{ rule: 'words', words: ['Schnäppchen'] }],
    document: 'mobile-stadt',
    quote: 'Ein guter Radweg, der an einer Kreuzung endet, ist kein guter Radweg.',
    kind: 'idea',
    body: 'Wer jetzt ein Lastenrad sucht: bei mir im Hof steht ein echtes Schnäppchen, fast neu.',
    author: 'Neu_hier',
    daysAgo: 0,
  },
  {
    case: 'reported',
    rule: 'personal-data',
    explanation: 'Da steht, wo meine Nachbarin wohnt und wann sie nicht zu Hause ist.',
    document: 'mobile-stadt',
    quote: 'Der Anteil der Wege zu Fuß, mit dem Rad und mit dem Bus steigt von 42 auf 55 Prozent.',
    kind: 'risk',
    body: 'Bei Frau M. im Eckhaus an der Haltestelle ist freitags nie jemand da, trotzdem parkt sie den Radweg zu.',
    author: 'Skeptiker58',
    daysAgo: 1,
  },
  {
    case: 'hidden',
    verdict: {
      kind: 'hide',
      rule: 'insult',
      facts:
        'Der Beitrag nennt die Menschen in der Verwaltung „Schlafmützen“ und „Sesselpupser“. Die Kritik am langen Warten ist willkommen; ohne diese beiden Worte kann der Beitrag öffentlich werden.',
      duration: { lasts: 'until-edited' },
    },
    objection:
      'Das ist doch noch keine Beleidigung. Seit vier Jahren frage ich nach einem Radbügel am Bahnhof.',
    document: 'mobile-stadt',
    quote: 'Am Umsteigepunkt fehlt ein sicherer Platz für das Rad.',
    kind: 'risk',
    body: 'Vier Jahre warte ich auf einen Radbügel. Lauter Schlafmützen und Sesselpupser im Amt!',
    author: 'Gartenzaun',
    daysAgo: 3,
  },
]
