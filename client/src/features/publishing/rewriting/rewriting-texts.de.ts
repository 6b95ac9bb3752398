const notes = (count: number) => (count === 1 ? '1 Anmerkung' : `${count} Anmerkungen`)
const blocksOf = (count: number) => (count === 1 ? '1 Absatz' : `${count} Absätzen`)

export const rewritingTextsDe = {
  draft: {
    open: 'Neuer Entwurf',
    title: 'Den Text durch einen Entwurf ersetzen',
    explained:
      'Absätze, die gleich bleiben, bleiben unangetastet, samt ihren Anmerkungen. Bevor sich etwas ändert, sehen Sie, was mit den Anmerkungen geschieht.',
    label: 'Entwurf als Text oder Markdown',
    hint: 'Überschriften beginnen mit #, Listenpunkte mit -, Absätze trennt eine Leerzeile.',
    missing: 'Bitte fügen Sie zuerst den Entwurf ein.',
  },
  restore: {
    title: (version: string) => `${version} wiederherstellen`,
    explained:
      'Der Arbeitsstand wird wieder wie damals. Das ist eine Änderung wie jede andere: Nichts geht verloren, der jetzige Stand bleibt in der Liste der Tage.',
  },
  versions: 'Fassungen',
  preview: 'Vorschau',
  previewing: 'Die Vorschau wird berechnet …',
  again: 'Neue Vorschau',
  confirm: 'Jetzt ersetzen',
  confirmRestore: 'Jetzt wiederherstellen',
  confirming: 'Der Text wird ersetzt …',
  back: 'Zurück zum Entwurf',
  cancel: 'Abbrechen',
  close: 'Schließen',
  done: 'Der Arbeitsstand ist ersetzt. Alle, die ihn offen haben, sehen das sofort.',
  same: 'Der Arbeitsstand ist schon genau so. Es gibt nichts zu ändern.',
  text: (unchanged: number, present: number) =>
    unchanged === present
      ? 'Alle Absätze bleiben, es kommt nur etwas hinzu.'
      : unchanged === 0
        ? 'Kein Absatz bleibt, wie er ist.'
        : `Von ${blocksOf(present)} bleiben ${unchanged} unverändert.`,
  words: (before: string, after: string) => `${before} Wörter jetzt, ${after} danach.`,
  annotations: 'Was mit den Anmerkungen geschieht',
  none: 'Zu diesem Text gibt es noch keine Anmerkungen.',
  fates: {
    stays: (count: number) => `${notes(count)} ${count === 1 ? 'bleibt' : 'bleiben'} an denselben Worten`,
    changes: (count: number) =>
      `${notes(count)} ${count === 1 ? 'bleibt' : 'bleiben'} an der Stelle, deren Worte sich ändern`,
    returns: (count: number) => `${notes(count)} ${count === 1 ? 'findet' : 'finden'} die Textstelle wieder`,
    'in-doubt': (count: number) =>
      `${notes(count)} ${count === 1 ? 'muss' : 'müssen'} Sie danach selbst zuordnen`,
    lost: (count: number) =>
      `${notes(count)} ${count === 1 ? 'verliert' : 'verlieren'} die Textstelle; Zitat und Worte bleiben`,
    'still-lost': (count: number) =>
      `${notes(count)} ${count === 1 ? 'bleibt' : 'bleiben'} ohne Textstelle wie bisher`,
    whole: (count: number) => `${notes(count)} ${count === 1 ? 'gilt' : 'gelten'} dem ganzen Text`,
  },
  affected: 'Diese Anmerkungen im Einzelnen',
  fate: {
    stays: 'Bleibt',
    changes: 'Worte ändern sich',
    returns: 'Findet zurück',
    'in-doubt': 'Bitte prüfen',
    lost: 'Textstelle entfällt',
    'still-lost': 'Ohne Textstelle',
    whole: 'Ganzer Text',
  },
  now: 'Jetzt',
  later: 'Danach',
  more: (count: number) => `Und ${count} weitere.`,
}

export type RewritingTexts = typeof rewritingTextsDe
