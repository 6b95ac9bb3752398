import { AnswerSettings } from '@randnotiz/contract/answers/settings'

/** What a process starts with; staff change it as they like. */
export const usualSettings: AnswerSettings = AnswerSettings.parse({
  revision: 0,
  units: [
    { id: 'stadtentwicklung', name: 'Stadtentwicklung' },
    { id: 'mobilitaet', name: 'Mobilität und Verkehr' },
    { id: 'digitales', name: 'Digitales und IT' },
    { id: 'soziales', name: 'Jugend, Soziales und Teilhabe' },
    { id: 'wirtschaft', name: 'Wirtschaft und Tourismus' },
    { id: 'umwelt', name: 'Umwelt und Klima' },
  ],
  textBlocks: [
    {
      id: 'uebernommen',
      title: 'Übernommen',
      outcome: 'adopted',
      text: 'Danke für Ihren Hinweis zu {{dokument}}. Wir haben den Text im Abschnitt „{{kapitel}}“ entsprechend geändert; die neue Formulierung sehen Sie unter der Antwort.',
    },
    {
      id: 'teilweise',
      title: 'Teilweise übernommen',
      outcome: 'partly',
      text: 'Ihren Gedanken haben wir in den Abschnitt „{{kapitel}}“ aufgenommen. Nicht übernommen haben wir dagegen: … Der Grund dafür ist: …',
    },
    {
      id: 'nicht-moeglich',
      title: 'Nicht möglich',
      outcome: 'rejected',
      text: 'Wir können Ihrem Vorschlag nicht folgen. Dafür gibt es diesen Grund: …',
    },
    {
      id: 'enthalten',
      title: 'Steht schon im Text',
      outcome: 'contained',
      text: 'Was Sie anregen, hat das Konzept bereits vor: Bitte lesen Sie dazu den Abschnitt „{{kapitel}}“.',
    },
    {
      id: 'weitergeleitet',
      title: 'Andere Stelle ist zuständig',
      outcome: 'forwarded',
      text: 'Über Ihr Anliegen entscheidet nicht dieses Konzept. Wir haben es am {{datum}} an die zuständige Stelle weitergegeben; sie meldet sich, wenn sie Fragen an Sie hat.',
    },
    {
      id: 'pruefen',
      title: 'Wird geprüft',
      outcome: 'examination',
      text: 'Ob sich das umsetzen lässt, wissen wir noch nicht. Wir haben den Auftrag erteilt, es zu prüfen, und tragen das Ergebnis hier nach.',
    },
    {
      id: 'kenntnis',
      title: 'Zur Kenntnis genommen',
      outcome: 'noted',
      text: 'Danke für Ihre Rückmeldung. Sie verlangt keine Änderung am Text; wir behalten sie für die weitere Arbeit im Blick.',
    },
  ],
})
