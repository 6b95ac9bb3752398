import type { RefusalCode } from '@randnotiz/contract/kit/refusals'

/** One sentence for every way of saying no: what is the matter, and what helps. */
export const refusalTextsDe: Record<RefusalCode, string> = {
  'request/invalid': 'Diese Eingabe konnten wir nicht lesen. Bitte prüfen Sie sie noch einmal.',
  'request/too-large': 'Das ist leider zu groß. Bitte kürzen Sie es etwas.',
  'request/too-many': 'Das ging sehr schnell hintereinander. Bitte warten Sie einen Augenblick.',
  'request/foreign-origin': 'Das kam nicht von unserer Seite. Bitte laden Sie die Seite neu.',
  'request/unknown-address': 'Diese Seite gibt es nicht.',
  'server/unavailable': 'Wir sind gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
  'accounts/sign-in-required': 'Dafür müssen Sie angemeldet sein.',
  'accounts/wrong-credentials': 'E-Mail-Adresse und Passwort passen nicht zusammen.',
  'accounts/not-permitted':
    'Das ist hier anderen vorbehalten. Wenn Sie es brauchen, fragen Sie bitte die Verwaltung.',
  'accounts/email-taken': 'Mit dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich einfach an.',
  'accounts/pseudonym-taken': 'Diesen Namen nutzt hier schon jemand. Bitte wählen Sie einen anderen.',
  'accounts/password-too-weak':
    'Dieses Passwort ist zu leicht zu erraten. Nehmen Sie mindestens zehn Zeichen, zum Beispiel einige Wörter hintereinander.',
  'accounts/guests-not-admitted': 'In diesem Beteiligungsprozess brauchen Sie zum Schreiben ein Konto.',
  'accounts/token-invalid': 'Dieser Link gilt nicht mehr. Fordern Sie bitte einen neuen an.',
  'accounts/pseudonym-official':
    'Dieser Name klingt nach einer amtlichen Stelle. Bitte wählen Sie einen anderen.',
  'accounts/already-known':
    'In diesem Browser sind Sie schon unter einem anderen Namen dabei. Bitte laden Sie die Seite neu.',
  'accounts/receipt-unknown':
    'Zu diesem Code gibt es keinen Beleg. Bitte prüfen Sie, ob alle Zeichen stimmen.',
  'accounts/receipt-merged':
    'Die Beiträge zu diesem Beleg gehören jetzt zu einem Konto. Melden Sie sich dort bitte an.',
  'documents/unknown': 'Diesen Text gibt es nicht oder nicht mehr.',
  'documents/unknown-block': 'Diesen Absatz gibt es in dem Text nicht mehr.',
  'documents/image-unreadable': 'Dieses Bild konnten wir nicht lesen. PNG, JPEG und WebP gehen immer.',
  'documents/image-too-large': 'Dieses Bild ist zu groß. Bis zu zwölf Megabyte sind möglich.',
  'documents/video-unreadable': 'Dieses Video konnten wir nicht lesen. MP4 und WebM gehen immer.',
  'documents/video-too-large': 'Dieses Video ist zu groß. Bis zu achtzig Megabyte sind möglich.',
  'documents/captions-unreadable': 'Das sind keine Untertitel im Format WebVTT. Bitte prüfen Sie die Datei.',
  'publishing/unknown-process': 'Diesen Beteiligungsprozess gibt es nicht.',
  'publishing/phase-closed': 'In dieser Phase ist das nicht möglich. Lesen können Sie alles weiterhin.',
  'moderation/unknown': 'Das gibt es nicht, oder es ist nicht für Sie bestimmt.',
  'moderation/changed-meanwhile':
    'Hier hat sich gerade etwas geändert. Sehen Sie es sich bitte noch einmal an.',
  'moderation/not-possible': 'Das ist bei diesem Beitrag nicht mehr möglich.',
  'moderation/own-contribution': 'Über eigene Beiträge entscheidet immer jemand anderes.',
  'moderation/own-decision': 'Über den Widerspruch gegen Ihre Entscheidung entscheidet jemand anderes.',
  'moderation/objection-closed': 'Gegen diese Entscheidung können Sie nicht mehr widersprechen.',
  'request/proof-needed': 'Gerade schreiben hier sehr viele. Bitte versuchen Sie es noch einmal.',
  'publishing/unknown-version': 'Diese Fassung oder diesen Tagesstand gibt es nicht.',
  'publishing/not-yet-public': 'Das ist noch nicht veröffentlicht. Sie sehen es mit der nächsten Fassung.',
  'publishing/text-moved-on':
    'Am Text wurde inzwischen weitergeschrieben. Bitte sehen Sie sich die Vorschau noch einmal an.',
  'publishing/draft-unreadable': 'Diesen Entwurf konnten wir nicht lesen. Bitte prüfen Sie ihn noch einmal.',
  'publishing/file-of-unknown-kind':
    'Diese Datei ist weder Word (DOCX) noch Markdown noch HTML. Bitte speichern Sie sie zuerst als DOCX.',
  'publishing/file-unreadable': 'Diese Datei ist beschädigt und lässt sich nicht lesen.',
  'publishing/file-too-large':
    'Diese Datei ist zu groß. Bitte teilen Sie sie, oder verkleinern Sie die Bilder darin.',
  'publishing/file-without-text': 'In dieser Datei steht kein Text.',
  'publishing/text-exists': 'Diesen Text gibt es schon. Bitte laden Sie die Seite neu.',
  'publishing/nothing-new': 'Seit der letzten Fassung hat sich nichts geändert.',
  'publishing/released-meanwhile':
    'Gerade hat jemand anderes eine Fassung veröffentlicht. Bitte sehen Sie sich diese zuerst an.',
  'publishing/unknown-news': 'Diese Neuigkeit gibt es nicht oder nicht mehr.',
  'publishing/news-edited-meanwhile':
    'Jemand anderes hat diese Neuigkeit gerade geändert. Bitte laden Sie die Seite neu.',
  'publishing/news-not-now':
    'Das passt nicht mehr zum Stand dieser Neuigkeit. Bitte laden Sie die Seite neu.',
  'publishing/moment-past': 'Dieser Zeitpunkt ist schon vorbei. Bitte wählen Sie einen späteren.',
  'publishing/phase-ends-early': 'Eine Phase muss später enden, als sie beginnt.',
  'publishing/phases-overlap': 'Zwei Phasen würden gleichzeitig laufen. Bitte prüfen Sie die Termine.',
  'publishing/phase-key-taken':
    'Zwei Phasen würden gleich heißen. Bitte geben Sie einer einen anderen Namen.',
  'publishing/process-changed-meanwhile':
    'Jemand anderes hat die Einstellungen gerade geändert. Bitte laden Sie die Seite neu.',
  'publishing/order-incomplete': 'In der Reihenfolge fehlt ein Text. Bitte laden Sie die Seite neu.',
  'annotations/editing-over':
    'Die Zeit zum Ändern ist vorbei. Zurückziehen können Sie den Beitrag weiterhin.',
  'annotations/unknown': 'Diese Anmerkung gibt es nicht mehr.',
  'annotations/passage-changed':
    'Diese Textstelle hat sich gerade geändert. Bitte sehen Sie sie noch einmal an.',
  'annotations/passage-outside': 'Bitte markieren Sie eine Stelle im Text.',
  'annotations/passage-too-long': 'Diese Textstelle ist zu lang. Bitte markieren Sie weniger.',
  'annotations/own-support': 'Das ist Ihr eigener Beitrag. Unterstützen können ihn andere.',
  'annotations/command-reused':
    'Das wurde schon einmal gesendet, mit anderem Inhalt. Bitte senden Sie es noch einmal.',
  'annotations/edited-meanwhile': 'Dieser Beitrag wurde gerade geändert. Bitte sehen Sie ihn noch einmal an.',
  'annotations/not-yours': 'Ändern kann einen Beitrag nur, wer ihn geschrieben hat.',
  'annotations/answered-already':
    'Dieser Beitrag ist schon beantwortet und bleibt deshalb, wie er ist. Zurückziehen können Sie ihn.',
  'annotations/withdrawn': 'Dieser Beitrag wurde zurückgezogen.',
  'annotations/no-proposal': 'Dieser Beitrag schlägt keinen neuen Wortlaut vor.',
  'annotations/proposal-decided': 'Diesen Vorschlag hat gerade schon jemand übernommen.',
  'annotations/proposal-spans-lines':
    'Dieser Vorschlag ändert die Aufteilung in Absätze. Arbeiten Sie ihn bitte im Text selbst ein.',
  'annotations/without-passage': 'Diese Anmerkung gilt dem ganzen Text; sie hat keine Textstelle.',
  'annotations/attached-meanwhile':
    'Jemand anderes hat diese Anmerkung gerade zugeordnet. Bitte sehen Sie sich das zuerst an.',
  'annotations/suggestion-changed':
    'Dieser Vorschlag gilt nicht mehr, weil sich der Text geändert hat. Bitte sehen Sie noch einmal nach.',
  'annotations/unknown-text-state': 'Diesen Textstand gibt es nicht.',
  'annotations/import-unreadable':
    'In diesen Dateien haben wir keine Beiträge gefunden. Bitte prüfen Sie, ob es die richtigen sind.',
  'annotations/unknown-intake': 'Diesen Eingang gibt es nicht.',
  'annotations/scan-unreadable': 'Diese Datei ist kein PDF und kein Bild in JPEG oder PNG.',
  'annotations/import-too-many':
    'Das sind mehr als fünftausend Beiträge. Bitte teilen Sie die Datei und laden Sie die Teile nacheinander hoch.',
  'answers/changed-meanwhile':
    'Jemand anderes war hier gerade schneller. Ihre Eingaben bleiben stehen; bitte sehen Sie sich zuerst an, was sich geändert hat.',
  'answers/not-now': 'Das passt nicht zum Bearbeitungsstand dieses Punktes.',
  'answers/unknown-point': 'Diesen Punkt gibt es nicht mehr.',
  'answers/same-person': 'Freigeben muss jemand anderes: Sie haben diese Antwort selbst geschrieben.',
  'answers/change-missing':
    'Wer „berücksichtigt“ sagt, zeigt auch wo. Bitte verknüpfen Sie die Änderung im Text, dann lässt sich die Antwort freigeben.',
  'answers/change-unknown': 'Diese Stelle steht so nicht im Text. Bitte wählen Sie sie noch einmal aus.',
  'answers/contribution-changed':
    'Die Anmerkung wurde geändert, nachdem die Antwort geschrieben war. Bitte lesen Sie sie noch einmal.',
  'answers/grouped':
    'Dieser Punkt wird zusammen mit anderen beantwortet. Bitte öffnen Sie die gemeinsame Antwort.',
  'answers/split-unfit':
    'So lässt sich die Anmerkung nicht aufteilen: Ein Punkt ist leer, doppelt oder schon beantwortet.',
  'answers/not-public': 'Diese Anmerkung ist gerade nicht öffentlich, also auch ihre Antwort nicht.',
  'answers/unknown-unit': 'Diese Stelle der Verwaltung steht nicht in der Liste.',
  'answers/unknown-person': 'Diese Person arbeitet hier nicht mit.',
  'answers/settings-changed': 'Diese Liste hat gerade jemand anderes geändert. Bitte laden Sie sie neu.',
  'exports/unknown': 'Diese Ausgabe gibt es nicht, oder sie wurde von jemand anderem angefordert.',
  'exports/expired': 'Diese Datei ist abgelaufen. Bitte fordern Sie sie neu an.',
  'exports/no-printer':
    'PDF-Dateien können hier zurzeit nicht gedruckt werden. Die anderen Formate stehen bereit.',
  'exports/not-a-synopsis':
    'In dieser Datei ist keine Synopse zu finden. Bitte laden Sie die Excel-Datei hoch, die hier erstellt wurde.',
  'exports/file-too-large': 'Diese Datei ist zu groß oder enthält zu viele Zeilen.',
  'workshops/unknown': 'Diese Werkstatt oder diesen Schritt gibt es nicht.',
  'workshops/moved-on': 'Inzwischen hat sich etwas geändert. Bitte sehen Sie kurz nach, ob es noch passt.',
  'workshops/not-now': 'Das ist gerade nicht möglich.',
  'workshops/not-in-control': 'Die Leitung hat gerade jemand anderes. Sie können darum bitten.',
  'workshops/control-held': 'Die Leitung ist gerade aktiv. Bitten Sie um die Übergabe.',
  'workshops/step-still-open': 'Die Abstimmung läuft noch. Bitte schließen Sie sie zuerst.',
  'workshops/nothing-to-vote-on': 'Hier gibt es noch nichts, worüber abgestimmt werden kann.',
  'workshops/recount-differs':
    'Die Nachzählung ergab etwas anderes. Wir zeigen das Ergebnis erst, wenn beides übereinstimmt.',
  'workshops/vote-closed': 'Diese Abstimmung ist schon geschlossen.',
  'workshops/ballot-invalid': 'Diese Auswahl passt nicht zur Abstimmung. Bitte prüfen Sie sie.',
  'workshops/unknown-code': 'Diesen Code kennen wir nicht. Bitte vergleichen Sie ihn noch einmal.',
  'workshops/not-open-yet': 'Die Werkstatt ist noch nicht geöffnet. Schauen Sie bitte etwas später vorbei.',
  'workshops/over': 'Diese Werkstatt ist zu Ende.',
  'workshops/no-seat': 'Bitte treten Sie der Werkstatt noch einmal bei.',
  'workshops/waiting': 'Gleich geht es los. Die Leitung lässt Sie herein.',
  'workshops/turned-away': 'Die Leitung hat Sie nicht zugelassen. Bitte sprechen Sie sie an.',
  'workshops/ticket-needed': 'Hier brauchen Sie den Code von Ihrer Eintrittskarte.',
  'workshops/ticket-used': 'Mit dieser Karte ist schon jemand dabei. Am Einlass hilft man Ihnen weiter.',
  'workshops/not-gathering': 'Gerade werden keine Beiträge gesammelt. Ihr Text bleibt auf diesem Gerät.',
  'workshops/enough-said': 'In diesem Schritt haben Sie alle Beiträge gegeben, die vorgesehen sind.',
  'workshops/unknown-pairing-code':
    'Diese Zahl zeigt gerade keine Leinwand. Bitte vergleichen Sie noch einmal.',
  'workshops/stage-unpaired': 'Diese Leinwand gehört zu keiner Werkstatt mehr.',
}
