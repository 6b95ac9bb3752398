import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'

export const guestNames =
  'Aylin Bernd Carla Dieter Elif Frieda Gökhan Hanna Ingo Jana Kerim Lotte Mats Nele Orhan Paula Quirin Rosa Sven Tilda Udo Vera Wim Xenia Yusuf Zoe Almut Bashir Conny Dörte'.split(
    ' ',
  )

/** What people in a hall say; several mean the same in other words, so that there is something to put together. */
export const guestWords: readonly { kind: AnnotationKind; body: string }[] = [
  { kind: 'idea', body: 'Mehr Schatten und Bäume am Bahnhof, bitte.' },
  { kind: 'idea', body: 'Am Bahnhof fehlt im Sommer jeder Schatten.' },
  { kind: 'idea', body: 'Bänke mit Schatten zwischen Bahnhof und Markt.' },
  { kind: 'risk', body: 'Wer kein Smartphone hat, bleibt draußen.' },
  { kind: 'risk', body: 'Ältere Leute ohne Smartphone werden vergessen.' },
  { kind: 'idea', body: 'Alles auch am Telefon und auf Papier anbieten, nicht nur per Smartphone.' },
  { kind: 'question', body: 'Was kostet das im Jahr, wenn die Förderung endet?' },
  { kind: 'question', body: 'Wer bezahlt nach dem Ende der Förderung?' },
  { kind: 'benefit', body: 'Gut, dass die Ortsteile nicht vergessen werden.' },
  { kind: 'benefit', body: 'Endlich kommen auch die Ortsteile vor.' },
  { kind: 'idea', body: 'Der Bus sollte abends länger in die Ortsteile fahren.' },
  { kind: 'idea', body: 'Busse am Abend: ein Takt, den man sich merken kann.' },
  { kind: 'risk', body: 'Zu viele Apps. Eine für alles wäre besser.' },
  { kind: 'risk', body: 'Noch eine App benutzt niemand.' },
  { kind: 'idea', body: 'Sichere Radwege zu den Schulen zuerst.' },
  { kind: 'idea', body: 'Radwege, auf denen Kinder allein zur Schule fahren können.' },
  { kind: 'benefit', body: 'Die Daten offen zu zeigen, schafft Vertrauen.' },
  { kind: 'question', body: 'Welche Daten werden dabei über mich gespeichert?' },
]
