import type { DemoAnnotation } from './demo-annotation.js'

export const opennessAndParticipation: DemoAnnotation[] = [
  {
    document: 'transparente-stadt',
    kind: 'risk',
    quote: 'ja, ab einer Gruppe von zehn',
    body: 'In kleinen Ortsteilen sind zehn Personen schnell zwei Familien. Da weiß jeder, wer gemeint ist. Ich würde die Grenze bei Angaben zu Kindern oder Einkommen auf 30 setzen und im Zweifel Ortsteile zusammenfassen.',
    author: 'Zettelkasten',
    daysAgo: 21,
  },
  {
    document: 'transparente-stadt',
    kind: 'question',
    quote: 'Ein Gerät ohne Eintrag darf nicht in Betrieb gehen.',
    body: 'Gilt das auch rückwirkend? Am Parkhaus hängt seit Langem ein Kasten, von dem mir im Rathaus niemand sagen konnte, was er macht. Und was passiert mit Geräten von Firmen, die einfach auf deren Hauswand sitzen und auf den Gehweg zeigen?',
    author: 'Skeptiker58',
    daysAgo: 18,
    replies: [
      {
        author: 'Mira Aldinger',
        body: 'Ja, auch bestehende Geräte werden nachgetragen. Private Kameras fallen nicht darunter, dafür ist die Datenschutzaufsicht zuständig. Das sollte im Text stehen, danke.',
        daysAgo: 15,
      },
    ],
  },
  {
    document: 'transparente-stadt',
    kind: 'idea',
    quote: 'Über Leistungen, Bescheide oder Strafen entscheidet bei uns immer ein Mensch.',
    body: 'Bitte noch dazuschreiben, dass dieser Mensch auch Zeit dafür hat. Wer am Tag 200 Vorschläge einer Maschine abnickt, entscheidet nicht mehr. Eine Stichprobe, wie oft vom Vorschlag abgewichen wird, wäre ein guter Prüfwert.',
    author: 'Code_und_Kuchen',
    daysAgo: 7,
  },
  {
    document: 'interaktive-stadt',
    kind: 'benefit',
    quote: 'Mitmachen darf, wer mindestens zehn Jahre alt ist.',
    body: 'Wusste ich nicht, bis unsere Lehrerin es erzählt hat. Finde ich richtig gut. Aber dann müssen die Texte auch so sein, dass man sie mit zehn versteht. Der hier geht, die anderen sind manchmal ziemlich lang.',
    author: 'lena_2011',
    daysAgo: 30,
    replies: [
      {
        author: 'Mira Aldinger',
        body: 'Danke dir! Wir wollen zu jedem Text eine Kurzfassung schreiben. Hättest du Lust, sie vorher zu lesen und uns zu sagen, was unklar ist?',
        daysAgo: 28,
      },
      { author: 'lena_2011', body: 'Ja, kann ich mit zwei aus meiner Klasse machen.', daysAgo: 28 },
    ],
  },
  {
    document: 'interaktive-stadt',
    kind: 'stakeholder',
    quote: 'wer schlecht Deutsch spricht, fehlt fast ganz',
    body: 'Fragen Sie die Sprachkurse, die Kulturvereine und die Läden, wo wir einkaufen. Dort sind alle. Meine Nachbarin hat viele gute Ideen für den Spielplatz, aber sie schreibt nicht auf Deutsch. Darf man auch in der eigenen Sprache antworten?',
    author: 'Neu_hier',
    daysAgo: 25,
    replies: [
      {
        author: 'Tarek Bensaid',
        body: 'Ja, das ist erlaubt. Wir lassen den Beitrag übersetzen und zeigen beide Fassungen. In die Einladung schreiben wir das künftig ganz oben.',
        daysAgo: 22,
      },
    ],
  },
  {
    document: 'interaktive-stadt',
    kind: 'risk',
    quote: 'Jeder Beitrag erhält innerhalb von sechs Wochen eine Antwort mit Grund.',
    body: 'Wenn hundert Leute schreiben, sind das hundert Antworten. Ich sehe schon die Textbausteine kommen. Lieber weniger versprechen und dann eine Antwort, der man anmerkt, dass jemand gelesen hat.',
    author: 'Gartenzaun',
    daysAgo: 20,
  },
  {
    document: 'interaktive-stadt',
    kind: 'alternative',
    quote: 'erhält innerhalb von sechs Wochen eine Antwort',
    body: 'Vorschlag: nach einer Woche ein kurzes Zeichen, dass jemand den Beitrag gelesen hat und wer sich kümmert, die begründete Antwort dann nach sechs Wochen. Das Schlimmste ist ja nicht das Warten, sondern nicht zu wissen, ob überhaupt etwas angekommen ist.',
    author: 'Mama von drei',
    daysAgo: 17,
    replies: [
      {
        author: 'Gartenzaun',
        body: 'Damit könnte ich leben. Ein Name dabei, dann ist es rund.',
        daysAgo: 16,
      },
    ],
  },
  {
    document: 'interaktive-stadt',
    kind: 'wording',
    quote: 'Das Ergebnis der Beteiligung gilt, solange es rechtlich zulässig und bezahlbar ist.',
    replacement:
      'Das Ergebnis der Beteiligung gilt, wenn es rechtlich zulässig ist und den vorher genannten Kostenrahmen einhält.',
    body: '„Bezahlbar“ ist Gummi. Mit einem Rahmen, der vorher genannt wird, kann hinterher niemand sagen, es sei leider doch zu teuer.',
    author: 'Zettelkasten',
    daysAgo: 14,
  },
  {
    document: 'interaktive-stadt',
    kind: 'question',
    quote: 'wir senken sie nachträglich nicht ab',
    body: 'Und wenn der Rat anders abstimmt als die Bürger? Rechtlich kann er das doch jederzeit. Dann wäre „mitentschieden“ ein großes Wort. Bitte ehrlich dazuschreiben, wer am Ende das letzte Wort hat.',
    author: 'Skeptiker58',
    daysAgo: 11,
    replies: [
      {
        author: 'Jonas Wittekamp',
        body: 'Sie haben recht, der Rat bleibt frei. Denkbar ist, dass er sich vorab selbst bindet, so wie bei den Sitzwürfeln. Wir formulieren das genauer.',
        daysAgo: 9,
      },
    ],
  },
  {
    document: 'interaktive-stadt',
    kind: 'benefit',
    quote: 'Wer lieber schreibt, nimmt eine Karte, die wir abtippen.',
    body: 'So bin ich beim letzten Mal zu Wort gekommen. Die junge Frau hat meine Schrift lesen können, das schafft nicht mal mein Sohn. Bitte beibehalten.',
    author: 'Opa Werner',
    daysAgo: 8,
  },
  {
    document: 'interaktive-stadt',
    kind: 'cooperation',
    quote: 'Wir gehen deshalb zweimal im Jahr in alle fünften Klassen',
    body: 'Nehmen Sie die Schülervertretungen und die Elternpflegschaften gleich mit ins Boot. Die wissen, welche Wochen mit Klassenarbeiten voll sind. Und vielleicht nicht nur Klasse fünf: Mit 15 haben sie viel mehr zu Bus, Sport und Treffpunkten zu sagen.',
    author: 'Mama von drei',
    daysAgo: 3,
  },
]
