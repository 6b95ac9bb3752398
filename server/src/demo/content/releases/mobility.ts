import type { DemoRelease } from './demo-release.js'

export const mobilityReleases: readonly DemoRelease[] = [
  {
    document: 'mobile-stadt',
    title: 'Entwurf für die Werkstätten',
    summary:
      'Mit diesem Entwurf sind wir in die Werkstätten gegangen. Er nennt drei Ziele und sagt noch nicht, was eine Stadt allein nicht leisten kann.',
    daysAgo: 84,
    unlike: [
      {
        later: '- Auf dem Land muss man auch ohne Handyempfang wissen, wann der Bus kommt.\n',
        earlier: '',
      },
      {
        later: '4. Niemand muss ein Konto anlegen, um zu erfahren, wann der nächste Bus fährt.\n',
        earlier: '',
      },
      { later: 'Appelle ändern wenig. Eine App', earlier: 'Eine App' },
      {
        later:
          'Auch zwischen Digitalem und Klimaschutz gibt es Spannungen. Anzeigen, Sensoren und Rechenzentren brauchen Strom. Wir beschaffen nur Geräte, die sich reparieren lassen, und setzen auf Solarbetrieb, wo es technisch möglich ist.',
        earlier:
          'Auch zwischen Digitalem und Klimaschutz gibt es Spannungen. Wir setzen auf Solarbetrieb, wo es technisch möglich ist.',
      },
      {
        later: '| Gemeldete Fehler in der Fahrplanauskunft pro Monat | 64       | 30       | 15       |\n',
        earlier: '',
      },
      {
        later:
          '## Was dieser Baustein nicht leisten kann\n\nDie Stadt bestimmt nicht allein über Fahrpläne, Bundesstraßen und Fahrpreise. Hier können wir verhandeln, aber nichts zusagen. Auch Funklöcher kann eine Stadt nicht im Alleingang schließen. Wo wir auf andere angewiesen sind, steht das im Text. So wissen Sie, an wen sich ein Hinweis am Ende richtet, und wir versprechen nichts, was wir nicht halten können.\n\n',
        earlier: '',
      },
    ],
  },
  {
    document: 'mobile-stadt',
    title: 'Nach den Werkstätten',
    summary:
      'Vier Ziele statt drei, eine Kennzahl mehr und ein Abschnitt darüber, worüber andere entscheiden. Danke an alle, die mitgeredet haben.',
    daysAgo: 31,
    unlike: [
      {
        later: 'innerhalb von zehn Minuten in allen Kanälen',
        earlier: 'am selben Tag auf der Seite der Stadt',
      },
      {
        later: ' Stellplätze für Menschen mit Behinderung bleiben in jedem Fall erhalten.',
        earlier: '',
      },
      {
        later: 'Die Zählgeräte erkennen Umrisse und speichern keine Bilder.',
        earlier: 'Die Zählgeräte erkennen Umrisse.',
      },
    ],
    accepted: [
      {
        quote: 'am selben Tag auf der Seite der Stadt',
        replacement: 'innerhalb von zehn Minuten in allen Kanälen',
        body: 'Am selben Tag hilft mir nicht, wenn ich schon an der Haltestelle stehe. Und auf die Seite der Stadt schaut dann auch niemand.',
        author: 'Nachtbusfan',
        daysAgo: 27,
        acceptedDaysAgo: 20,
      },
      {
        quote: 'Die Zählgeräte erkennen Umrisse.',
        replacement: 'Die Zählgeräte erkennen Umrisse und speichern keine Bilder.',
        body: 'Bitte dazuschreiben, dass keine Bilder gespeichert werden. Das ist die erste Frage, die in unserer Runde kam.',
        author: 'Heidi vom Hang',
        daysAgo: 25,
        acceptedDaysAgo: 18,
      },
    ],
  },
]
