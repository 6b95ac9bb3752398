import type { DemoAnnotation } from './demo-annotation.js'

export const mobilityMeasures: DemoAnnotation[] = [
  {
    document: 'mobilitaet-x-multi',
    kind: 'idea',
    quote: 'überdachte Plätze für 20 Fahrräder, davon vier für Lastenräder',
    body: 'Bitte auch abschließbare Boxen. Mein Rad hat 3.000 Euro gekostet, das stelle ich nicht über Nacht unter ein Dach ohne Tür. Und ein paar niedrige Bügel für Kinderräder, an den hohen kippen die immer um.',
    author: 'Radlerin Nord',
    daysAgo: 28,
    replies: [
      {
        author: 'Jonas Wittekamp',
        body: 'Boxen sind in der Grundausstattung bisher nicht vorgesehen. Wir lassen die Kosten für vier Boxen je Fläche ermitteln und berichten hier.',
        daysAgo: 25,
      },
    ],
  },
  {
    document: 'mobilitaet-x-multi',
    kind: 'benefit',
    quote: 'Parkplätze für Menschen mit Behinderung bleiben erhalten und werden näher an den Eingang gelegt.',
    body: 'Näher am Eingang ist sehr gut. Denken Sie an die Breite, 3,50 Meter, und daran, dass die Rampe hinten am Auto auch Platz braucht. Beim Spaziergang komme ich gern mit und zeige es.',
    author: 'rollt_weiter',
    daysAgo: 19,
  },
  {
    document: 'mobilitaet-x-multi',
    kind: 'cooperation',
    quote: 'drei Monate lang mit Farbe und beweglichen Möbeln',
    body: 'Die Möbel könnten wir in der Werkstatt der Hochschule bauen, aus Paletten und Restholz. Wir haben das schon einmal für ein Straßenfest gemacht, nach drei Tagen stand alles. Danach gehen die Bänke an Schulen oder Vereine.',
    author: 'Campuskatze',
    daysAgo: 16,
  },
  {
    document: 'mobilitaet-x-multi',
    kind: 'risk',
    quote: 'Handel und Arztpraxen fürchten um ihre Kundschaft.',
    body: 'Fürchten ist das eine. Morgens zwischen sechs und acht halten bei mir 70 Autos für zwei Minuten. Fallen die Plätze vor der Tür weg, halten sie beim Discounter am Ortsrand. Kurze Haltezeiten mit Parkscheibe würden mir helfen, das kostet Sie ein Schild.',
    author: 'Bäckermeister K.',
    daysAgo: 11,
    replies: [
      {
        author: 'Radlerin Nord',
        body: 'Ich halte auch nur zwei Minuten, mit dem Rad. Ein Bügel vor der Tür, und Sie haben mich als Kundin.',
        daysAgo: 10,
      },
      { author: 'Bäckermeister K.', body: 'Abgemacht. Den Bügel zahle ich notfalls selbst.', daysAgo: 9 },
    ],
  },
  {
    document: 'mobilitaet-x-multi',
    kind: 'wording',
    quote: 'Was „deutlich“ heißt, legen wir mit den Betrieben vor Beginn fest.',
    replacement:
      'Was „deutlich“ heißt, legen wir mit den Betrieben vor Beginn fest und veröffentlichen die Zahl auf dieser Seite.',
    body: 'Absprachen, die nur die Betriebe kennen, helfen den anderen nicht weiter.',
    author: 'Zettelkasten',
    daysAgo: 5,
  },
  {
    document: 'nudging',
    kind: 'benefit',
    quote: 'Diese Erkennung findet ausschließlich auf dem Gerät statt. An die Stadt wird nur übermittelt',
    body: 'So macht man das. Wichtig wäre noch, dass man die App aus dem offenen Quelltext selbst bauen und mit der veröffentlichten vergleichen kann. Sonst sieht man zwar Code, weiß aber nicht, ob er auf dem Telefon läuft.',
    author: 'Code_und_Kuchen',
    daysAgo: 30,
  },
  {
    document: 'nudging',
    kind: 'risk',
    quote:
      'An die Stadt wird nur übermittelt, wie viele Kilometer in einer Woche mit welchem Verkehrsmittel zurückgelegt wurden',
    body: 'Nur? Wenn ich in einer Woche 0 Kilometer Auto und 0 Kilometer Rad habe, weiß die Stadt, dass ich krank oder im Urlaub bin. Bei 300 Testpersonen und einem Gutschein beim Bäcker ist der Name schnell gefunden. Mich bekommen Sie damit nicht.',
    author: 'Skeptiker58',
    daysAgo: 27,
    replies: [
      {
        author: 'Code_und_Kuchen',
        body: 'Der Einwand stimmt. Man könnte die Werte auf dem Telefon leicht verrauschen, dann ist der Durchschnitt richtig und der Einzelne nicht erkennbar.',
        daysAgo: 26,
      },
      {
        author: 'Jonas Wittekamp',
        body: 'Danke für beide Hinweise. Wir legen sie der Stelle für Datenschutz und der Begleitforschung vor.',
        daysAgo: 24,
      },
    ],
  },
  {
    document: 'nudging',
    kind: 'alternative',
    quote: 'Für die Maßnahme sind 507.000 Euro vorgesehen.',
    body: 'Für eine halbe Million bekommt man eine ganze Menge Radweg oder einen Abendbus für ein paar Jahre. Ich hätte lieber einen Bus, der fährt, als einen Gutschein dafür, dass ich ihn nehmen würde, wenn er führe.',
    author: 'Gartenzaun',
    daysAgo: 23,
    replies: [
      {
        author: 'Nachtbusfan',
        body: 'Sie sprechen mir aus der Seele.',
        daysAgo: 22,
      },
    ],
  },
  {
    document: 'nudging',
    kind: 'question',
    quote: 'Die Betriebe erhalten den vollen Betrag erstattet.',
    body: 'Wann denn? Wenn ich wie bei anderen Aktionen acht Wochen auf mein Geld warte und jeden Zettel einzeln einreichen muss, mache ich nicht mit. Einmal im Monat eine Summe überweisen, dann gern.',
    author: 'Bäckermeister K.',
    daysAgo: 18,
  },
  {
    document: 'nudging',
    kind: 'benefit',
    quote: 'Deshalb gibt es eine Stempelkarte auf Papier.',
    body: 'Daran hat endlich einer gedacht! Ich gehe jeden Tag zu Fuß zum Friedhof und zurück, 2,4 Kilometer. Mein Telefon hat Tasten.',
    author: 'Opa Werner',
    daysAgo: 14,
  },
  {
    document: 'nudging',
    kind: 'idea',
    quote:
      'Eine Belohnung nur für Menschen mit neuem Telefon wäre ungerecht. Deshalb gibt es eine Stempelkarte auf Papier.',
    body: 'In der Grundschule hatten wir einmal Sterne fürs Laufen, als ganze Klasse. Mein Mittlerer wollte plötzlich nicht mehr gefahren werden, nicht einmal bei Regen. Machen Sie eine gemeinsame Karte für Schulklassen, mit einem Ausflug als Preis. Das wirkt auf die Eltern mit.',
    author: 'Mama von drei',
    daysAgo: 12,
  },
  {
    document: 'nudging',
    kind: 'wording',
    quote: 'mindestens acht Prozent weniger Kilometer mit dem Auto zurücklegen als die Vergleichsgruppe',
    replacement:
      'mindestens acht Prozent weniger Kilometer mit dem Auto zurücklegen als vor dem Start und als die Vergleichsgruppe',
    body: 'Ohne den Vergleich mit vorher kann der Zufall bei der Auslosung das Ergebnis machen.',
    author: 'Campuskatze',
    daysAgo: 8,
  },
  {
    document: 'nudging',
    kind: 'risk',
    quote: 'Ein Hund mit Telefon am Halsband läuft auch Kilometer.',
    body: 'Unser Hund fragt, ob er die Gutscheine auch beim Metzger einlösen darf.',
    author: 'lena_2011',
    daysAgo: 1,
  },
]
