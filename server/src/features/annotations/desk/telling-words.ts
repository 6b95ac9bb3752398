/** Words that stand in almost everything people write about a text, and say nothing about what they mean. */
const empty = new Set(
  `aber alle allem allen aller alles also andere anderen auch auf aus bei beim bereits bin bis bitte dabei dadurch dafür
  damit dann darauf darf dass davon dazu dem den denn der des deshalb die dies diese diesem diesen dieser dieses doch
  dort durch eben eher ein eine einem einen einer eines einfach etwas für ganz gar geht gibt gerade gern gerne genau
  gut hab habe haben hat hier hätte ich ihr ihre ihrem ihren ihrer immer ins ist jede jedem jeden jeder jedes jetzt
  kann kein keine keinen können könnte lassen machen man mehr mein meine mich mir mit muss müssen nach nicht nichts
  noch nur oder ohne schon sehr sein seine selbst sich sie sind sogar soll sollen sollte sollten sondern über und uns
  unser unsere unter viel viele vielen vom von vor wann warum was weil welche wenn wer werden wie wieder will wir wird
  wirklich worden wäre wären sonst weiß wissen macht gemacht hatte hatten waren wäre dies jetzt heute immer nie würde würden zum zur zwischen about also and any are because been being but can could does for from
  had has have here how into its just like many more much must not now only other our out over please should some such
  than that the their them then there these they this those through too very want was were what when where which who
  why will with would you your`
    .split(/\s+/)
    .filter(word => word !== ''),
)

const shortest = 4

/** The words of a text that say what it is about, each once, as first written. */
export function tellingWords(text: string): string[] {
  const words = new Map<string, string>()
  for (const word of text.split(/[\s\p{P}\p{S}]+/u)) {
    const folded = word.normalize('NFKC').toLowerCase()
    if (folded.length >= shortest && !empty.has(folded) && !words.has(folded)) words.set(folded, word)
  }
  return [...words.values()]
}
