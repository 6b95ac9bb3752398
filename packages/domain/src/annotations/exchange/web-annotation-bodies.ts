import { isObject, type LooseObject, listOf, textIn, wordsIn } from './loose-json.js'

export type WebBodies = {
  /** What is said, of several bodies one below the other; null when nothing is. */
  comment: string | null
  /** The wording that is proposed; null when none is. */
  replacement: string | null
}

/** Tags and pictures say nothing in words. */
const wordless = ['tagging', 'classifying', 'linking', 'identifying', 'highlighting', 'bookmarking']

/** What an annotation says: in bodies, in `bodyValue`, or in `text`, as Hypothesis writes it. */
export function readWebBodies(item: LooseObject, plainText: (html: string) => string): WebBodies {
  const comments: string[] = []
  let replacement: string | null = null
  for (const body of listOf(item.body).slice(0, 50)) {
    if (!isObject(body)) continue
    const value = wordsOf(body, plainText)
    const purposes = wordsIn(body, 'purpose')
    if (value === null || purposes.some(purpose => wordless.includes(purpose))) continue
    if (purposes.includes('editing') && replacement === null) replacement = value
    else comments.push(value)
  }
  const plain = textIn(item, 'bodyValue') ?? (item.body === undefined ? textIn(item, 'text') : null)
  if (plain !== null) comments.push(plain)
  return { comment: comments.length === 0 ? null : comments.join('\n\n'), replacement }
}

function wordsOf(body: LooseObject, plainText: (html: string) => string): string | null {
  const value = textIn(body, 'value') ?? textIn(body, 'chars')
  if (value === null) return null
  return /html/i.test(textIn(body, 'format') ?? '') ? plainText(value) : value
}
