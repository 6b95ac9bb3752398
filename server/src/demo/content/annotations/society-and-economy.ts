import type { DemoAnnotation } from './demo-annotation.js'

export const societyAndEconomy: DemoAnnotation[] = [
  {
    document: 'soziale-stadt',
    kind: 'cooperation',
    quote: 'beim Bäcker in der Sitzecke',
    body: 'Bei uns geht das, dienstags nach zwei ist Platz. Strom und WLAN sind da, Kaffee auch. Ich brauche nur jemanden, der wirklich kommt, und einen Aufsteller für die Tür. Bitte keine 20 Seiten Vertrag.',
    author: 'Bäckermeister K.',
    daysAgo: 26,
    replies: [
      {
        author: 'Mira Aldinger',
        body: 'Großartig, vielen Dank! Eine Seite reicht. Wir schicken Ihnen den Entwurf.',
        daysAgo: 24,
      },
      {
        author: 'Heidi vom Hang',
        body: 'Dienstags käme ich auch. Ich könnte den Fahrplan auf dem Telefon erklären, das kann ich inzwischen.',
        daysAgo: 23,
      },
    ],
  },
  {
    document: 'soziale-stadt',
    kind: 'idea',
    quote: 'Schüler*innen können mitmachen und bekommen dafür eine Bescheinigung.',
    body: 'Meine Oma hat von mir Videotelefonie gelernt und ich von ihr Skat. Macht es so, dass beide etwas lernen, dann ist es auch nicht peinlich. Eine Bescheinigung ist okay, ein Busticket wäre besser.',
    author: 'lena_2011',
    daysAgo: 15,
  },
  {
    document: 'soziale-stadt',
    kind: 'risk',
    quote: 'Passwörter werden nie notiert und nie stellvertretend eingegeben.',
    body: 'Richtig als Regel, aber in der Praxis schwer. Mein Nachbar kann wegen seiner Hände gar nicht tippen. Für solche Fälle braucht es einen sicheren Weg, zum Beispiel zu zweit und mit Protokoll, sonst wird die Regel heimlich gebrochen.',
    author: 'rollt_weiter',
    daysAgo: 9,
  },
  {
    document: 'soziale-stadt',
    kind: 'benefit',
    quote: 'Freiwillige sind kein Ersatz für fehlende Stellen.',
    body: 'Danke für diesen Satz. Nach 30 Jahren Ehrenamt lese ich ihn zum ersten Mal in einem Papier der Stadt.',
    author: 'Gartenzaun',
    daysAgo: 2,
  },
  {
    document: 'florierende-stadt',
    kind: 'idea',
    quote: 'ein Verkaufswagen mit festen Haltezeiten',
    body: 'Ich fahre samstags schon zwei Orte an. Es scheitert am Strom und daran, dass jedes Mal ein anderer Platz frei ist. Mit einer Steckdose und einer festen Stunde würde ich zwei weitere Orte übernehmen, und der Käsestand käme mit.',
    author: 'Bäckermeister K.',
    daysAgo: 22,
    replies: [
      {
        author: 'Heidi vom Hang',
        body: 'Kommen Sie zu uns! Der Platz am Feuerwehrhaus hat Strom.',
        daysAgo: 20,
      },
    ],
  },
  {
    document: 'florierende-stadt',
    kind: 'alternative',
    quote: 'fehlt es den meisten weniger an Geld als an Zeit und an jemandem, den man fragen kann',
    body: 'Dann braucht es kein Förderprogramm, sondern eine Sprechstunde. Zwei Leute aus der Hochschule, einmal im Monat, in einem Betrieb statt im Hörsaal. Wer kommt, bringt ein Problem mit und geht mit einer Skizze nach Hause. Ich würde mitmachen.',
    author: 'Campuskatze',
    daysAgo: 5,
  },
]
