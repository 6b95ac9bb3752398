/** Words that say nothing about what a contribution is about. */
const common = new Set(
  'aber alle als also am an auch auf aus bei bitte bis da das dass dem den der des die doch dort durch ein eine einem einen einer eines es für gibt hat hier ich ihr im in ist ja kann kein keine man mehr mit muss nach nicht noch nur oder ohne sehr sein sich sie sind so soll sollen sollte sollten über um und uns unter vom von vor was wenn wer wie wir wird zu zum zur the a an and are as at be by can for from has have in is it more must no not of on or should so that the there they this to too we what when who will with would'.split(
    ' ',
  ),
)

const shortest = 4
/** Endings differ in German more than stems do. */
const stemLength = 6

/** What a text is about, as the beginnings of its telling words. */
function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return new Set(
    words.filter(word => word.length >= shortest && !common.has(word)).map(word => word.slice(0, stemLength)),
  )
}

/** Share of telling words that two texts have in common, from 0 to 1 (overlap coefficient). */
export function likeness(one: string, other: string): number {
  const [a, b] = [stemsOf(one), stemsOf(other)]
  const smaller = Math.min(a.size, b.size)
  if (smaller === 0) return 0
  return [...a].filter(stem => b.has(stem)).length / smaller
}

/** Less than a third of shared words is a coincidence as often as not. */
const worthSaying = 0.34

export type SimilarGroup<Id> = { groupId: Id; likeness: number }

/** The group whose contributions are most like a text, where that is worth saying. */
export function similarGroup<Id>(
  text: string,
  groups: readonly { id: Id; texts: readonly string[] }[],
): SimilarGroup<Id> | null {
  const best = groups
    .map(({ id, texts }) => ({
      groupId: id,
      likeness: Math.max(0, ...texts.map(other => likeness(text, other))),
    }))
    .toSorted((a, b) => b.likeness - a.likeness)[0]
  return best && best.likeness >= worthSaying ? best : null
}

/** Texts without a group that are like each other, largest bundle first; each text is in one bundle at most. */
export function similarBundles<Id>(texts: readonly { id: Id; text: string }[]): Id[][] {
  const taken = new Set<Id>()
  const bundles: Id[][] = []
  for (const { id, text } of texts) {
    if (taken.has(id)) continue
    const like = texts.filter(other => !taken.has(other.id) && likeness(text, other.text) >= worthSaying)
    if (like.length < 2) continue
    for (const other of like) taken.add(other.id)
    bundles.push(like.map(other => other.id))
  }
  return bundles.toSorted((a, b) => b.length - a.length)
}
