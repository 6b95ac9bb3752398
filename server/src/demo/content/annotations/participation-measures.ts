import type { DemoAnnotation } from './demo-annotation.js'

export const participationMeasures: DemoAnnotation[] = [
  {
    document: 'stadtkontakt-mobil',
    kind: 'benefit',
    quote: 'Suppe für alle, gekocht von einem Verein',
    body: 'Bei uns haben die Landfrauen gekocht, und auf einmal saßen Leute am Tisch, die seit Jahren nicht miteinander geredet hatten. Nebenbei haben wir die Bushaltestelle besprochen. Mehr davon!',
    author: 'Heidi vom Hang',
    daysAgo: 26,
  },
  {
    document: 'stadtkontakt-mobil',
    kind: 'question',
    quote: 'Bei Regen passen acht Personen hinein.',
    body: 'Acht Personen mit wie vielen Rollstühlen? Ich war bei der ersten Tour da, kam die Rampe hoch und drinnen nicht mehr um die Ecke. Die Kabine mit Tür ist für mich gar nicht erreichbar.',
    author: 'rollt_weiter',
    daysAgo: 22,
    replies: [
      {
        author: 'Jonas Wittekamp',
        body: 'Das tut mir leid. Wir sehen uns den Innenausbau an und laden Sie dazu gern ein. Bis dahin stellen wir bei Bedarf einen Raum im Ort bereit.',
        daysAgo: 20,
      },
    ],
  },
  {
    document: 'stadtkontakt-mobil',
    kind: 'alternative',
    quote: 'Ein Drittel der Termine liegt künftig am Samstag.',
    body: 'Samstag hilft mir nicht, da arbeite ich auch. Wie wäre es mit einem späten Abend, bis 21 Uhr? In der Schichtarbeit sind wir viele, im Krankenhaus, in der Pflege, im Bus.',
    author: 'Nachtbusfan',
    daysAgo: 15,
  },
  {
    document: 'stadtkontakt-mobil',
    kind: 'wording',
    quote: 'Eine Woche vorher liegt eine Karte in jedem Briefkasten.',
    replacement:
      'Eine Woche vorher liegt eine Karte in einfacher Sprache und mit einem Bild des Platzes in jedem Briefkasten.',
    body: 'Mit einem Bild weiß man gleich, wo es ist. Den Namen vom Platz kenne ich oft nicht.',
    author: 'Neu_hier',
    daysAgo: 7,
  },
  {
    document: 'sc-put',
    kind: 'stakeholder',
    quote: 'Benutzen dürfen ihn nicht nur Ämter, auch Vereine, Schulen und Nachbarschaften.',
    body: 'Denken Sie bitte auch an Betriebsräte, Kirchengemeinden und Moscheevereine. Und an den Jugendtreff: Die planen gerade ihren Umbau und haben keine Ahnung, wie man so eine Werkstatt aufzieht.',
    author: 'Campuskatze',
    daysAgo: 18,
  },
]
