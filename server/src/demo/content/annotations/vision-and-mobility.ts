import type { DemoAnnotation } from './demo-annotation.js'

export const visionAndMobility: DemoAnnotation[] = [
  {
    document: 'allgemeines-zielbild',
    kind: 'benefit',
    quote:
      'Was es digital gibt, muss auch auf einem anderen Weg erreichbar bleiben, ohne Aufpreis und ohne längere Wartezeit.',
    body: 'Dieser Satz ist für mich der wichtigste im ganzen Papier. Ich bin 79 und komme mit dem Computer zurecht, meine Frau nicht. Wenn das wirklich überall gilt, auch beim Parkausweis und beim Schwimmbad, dann haben Sie mich auf Ihrer Seite.',
    author: 'Opa Werner',
    daysAgo: 27,
    replies: [
      {
        author: 'Mama von drei',
        body: 'Für meine Mutter gilt das genauso. Bitte den Satz auf keinen Fall weichspülen.',
        daysAgo: 25,
      },
    ],
  },
  {
    document: 'allgemeines-zielbild',
    kind: 'question',
    quote: 'ohne Aufpreis und ohne längere Wartezeit',
    body: 'Schön gesagt, aber wer kontrolliert das? Ein Onlineantrag liegt um 23 Uhr vor, der Brief erst drei Tage später. Heißt „gleich lang“ ab Eingang oder ab dem Tag, an dem ich zum Briefkasten gehe? Das müsste man einmal klar festlegen, sonst bleibt es ein frommer Wunsch.',
    author: 'Skeptiker58',
    daysAgo: 24,
    replies: [
      {
        author: 'Jonas Wittekamp',
        body: 'Gute Frage. Gemeint ist die Zeit ab Eingang in der Verwaltung. Wir klären mit den Fachbereichen, ob wir das so messen können, und ergänzen dann den Satz.',
        daysAgo: 22,
      },
      {
        author: 'Skeptiker58',
        body: 'Danke. Dann bitte auch die Zahlen dazu veröffentlichen.',
        daysAgo: 21,
      },
    ],
  },
  {
    document: 'allgemeines-zielbild',
    kind: 'question',
    quote: 'Ein Antrag ist in zwölf Minuten gestellt',
    body: 'Warum gerade zwölf Minuten? Für einen Bewohnerparkausweis ist das viel, für einen Bauantrag lächerlich wenig. Eine Zahl, die niemand herleiten kann, wirkt eher wie Werbung als wie ein Ziel.',
    author: 'Zettelkasten',
    daysAgo: 19,
  },
  {
    document: 'allgemeines-zielbild',
    kind: 'stakeholder',
    quote: 'laden wir jedes Jahr 40 ausgeloste Menschen ab zehn Jahren zu einem Nachmittag ein',
    body: 'Ich wohne seit zwei Jahren hier und lerne Deutsch. Wenn ein Brief von der Stadt kommt, habe ich zuerst Angst. Bitte schreiben Sie den Brief in einfachen Wörtern und in mehr Sprachen und sagen Sie, dass man jemanden mitbringen darf. Dann kommen auch Leute wie ich.',
    author: 'Neu_hier',
    daysAgo: 16,
    replies: [
      {
        author: 'Tarek Bensaid',
        body: 'Das nehmen wir mit in die Vorbereitung. Dolmetschen und eine Begleitperson sind möglich, das steht bisher nur nirgends.',
        daysAgo: 14,
      },
    ],
  },
  {
    document: 'allgemeines-zielbild',
    kind: 'wording',
    quote: 'hören auf, wenn etwas nicht hilft',
    replacement: 'beenden einen Versuch nach spätestens zwei Jahren, wenn er nicht hilft',
    body: 'Ohne Frist hört nie jemand auf. Ich war lange genug in Vereinsvorständen, um das zu wissen.',
    author: 'Gartenzaun',
    daysAgo: 12,
  },
  {
    document: 'allgemeines-zielbild',
    kind: 'risk',
    quote: 'wer sie nach der Förderung betreibt und bezahlt',
    body: 'Hier liegt der Hase im Pfeffer. Bei uns im Ort steht noch eine Infosäule aus einem früheren Förderprogramm, seit Jahren dunkel. Ich würde die Antwort nicht nur verlangen, sondern öffentlich machen: Name des Amtes, Betrag pro Jahr, Beschluss des Rates.',
    author: 'Heidi vom Hang',
    daysAgo: 9,
  },
  {
    document: 'mobile-stadt',
    kind: 'idea',
    quote: 'Der letzte Bus fährt, bevor das Konzert endet.',
    body: 'Genau mein Problem! Ich spiele selbst im Orchester mit und fahre nach jedem Auftritt mit dem Taxi heim. Ein Nachtbus freitags und samstags um 23.30 Uhr in vier Richtungen würde schon reichen. Die Veranstalter könnten die Fahrt in den Eintritt einrechnen.',
    author: 'Nachtbusfan',
    daysAgo: 29,
    replies: [
      {
        author: 'lena_2011',
        body: 'Ja bitte. Sonst muss mich immer mein Vater abholen, und der schläft dann schon fast.',
        daysAgo: 28,
      },
      {
        author: 'Mira Aldinger',
        body: 'Über Fahrzeiten entscheidet die Stadt nicht allein. Wir geben den Vorschlag an den Verkehrsbetrieb und schreiben die Antwort hierher.',
        daysAgo: 26,
      },
    ],
  },
  {
    document: 'mobile-stadt',
    kind: 'benefit',
    quote: 'Die Auskunft kennt die Baustelle nicht. Der letzte Bus fährt, bevor das Konzert endet.',
    body: 'Endlich schreibt es mal jemand auf, wie es ist. Letzten Winter habe ich mit drei Kindern vierzig Minuten an einer gesperrten Haltestelle gestanden. Im Netz war alles grün.',
    author: 'Mama von drei',
    daysAgo: 23,
  },
  {
    document: 'mobile-stadt',
    kind: 'cooperation',
    quote: 'Jeder Ortsteil hat einen Umsteigepunkt, an dem Bus, Fahrrad und geteilte Autos zusammenkommen.',
    body: 'Wir untersuchen im Studium gerade, wie weit Menschen freiwillig zu Fuß zur Haltestelle gehen. Für die Auswahl der Orte könnten wir Karten beisteuern, zum Beispiel: Wen erreicht ein Punkt in acht Minuten? Das wäre eine schöne Semesteraufgabe, und Sie sparen ein Gutachten.',
    author: 'Campuskatze',
    daysAgo: 20,
    replies: [
      {
        author: 'Jonas Wittekamp',
        body: 'Sehr gern. Ich melde mich bei Ihrem Fachgebiet und berichte hier, was daraus wird.',
        daysAgo: 18,
      },
    ],
  },
  {
    document: 'mobile-stadt',
    kind: 'question',
    quote: 'geteilte Autos',
    body: 'Was passiert, wenn das Auto gerade weg ist und ich zum Arzt muss? Bei uns oben wohnen 400 Leute, da rechnet sich doch höchstens eins. Kann man es vorbestellen, auch mit dem Telefon?',
    author: 'Heidi vom Hang',
    daysAgo: 17,
  },
  {
    document: 'mobile-stadt',
    kind: 'alternative',
    quote: 'Der Anteil der Wege zu Fuß, mit dem Rad und mit dem Bus steigt von 42 auf 55 Prozent.',
    body: 'Ein Anteil kann steigen, obwohl nicht ein Auto weniger fährt. Ich würde lieber die Kilometer zählen, die mit dem Auto gefahren werden. Das ist die ehrlichere Zahl, auch fürs Klima. Und bitte nach Ortsteilen, sonst rechnet die Kernstadt den Rest schön.',
    author: 'Radlerin Nord',
    daysAgo: 15,
    replies: [
      {
        author: 'Zettelkasten',
        body: 'Beides nebeneinander wäre am besten. Die Wege versteht jeder, die Kilometer sind genauer.',
        daysAgo: 13,
      },
    ],
  },
  {
    document: 'mobile-stadt',
    kind: 'wording',
    quote: 'Stellplätze für Menschen mit Behinderung bleiben in jedem Fall erhalten.',
    replacement:
      'Stellplätze für Menschen mit Behinderung bleiben in jedem Fall erhalten und sind von dort stufenlos mit Haltestelle und Eingang verbunden.',
    body: 'Ein Stellplatz nützt mir nichts, wenn zwischen Auto und Bordstein eine Kante von acht Zentimetern liegt.',
    author: 'rollt_weiter',
    daysAgo: 13,
  },
  {
    document: 'mobile-stadt',
    kind: 'risk',
    quote: 'Die Zählgeräte erkennen Umrisse und speichern keine Bilder.',
    body: 'Heute Umrisse, morgen Gesichter. Wenn die Kamera einmal hängt, ist der Rest ein Update. Ich möchte einen Beschluss, der das auch künftigen Verwaltungen verbietet, und eine unangekündigte Prüfung im Jahr durch jemanden von außen.',
    author: 'Skeptiker58',
    daysAgo: 10,
    replies: [
      {
        author: 'Code_und_Kuchen',
        body: 'Technisch ginge auch eine Induktionsschleife oder ein Radarsensor. Beide können gar keine Bilder machen. Dann stellt sich die Frage nicht.',
        daysAgo: 8,
      },
    ],
  },
  {
    document: 'mobile-stadt',
    kind: 'idea',
    quote: 'Wer zu Fuß geht oder Rad fährt, steht vor dem Bauzaun und sucht selbst.',
    body: 'Auf meinem Schulweg war das ein halbes Jahr so. Wir sind am Ende alle durch die Hecke. Vielleicht vorher mal die Schulen fragen, wo die Kinder langgehen?',
    author: 'lena_2011',
    daysAgo: 6,
  },
  {
    document: 'mobile-stadt',
    kind: 'wording',
    quote: 'ein gut lesbarer Aushang mit einem QR-Code',
    replacement: 'ein gut lesbarer, beleuchteter Aushang auf Augenhöhe von Sitzenden mit einem QR-Code',
    body: 'Im Dezember ist es um halb fünf dunkel, und die Aushänge hängen für mich im Rollstuhl immer zu hoch. Beides lässt sich ohne großes Geld ändern.',
    author: 'rollt_weiter',
    daysAgo: 4,
  },
]
