/**
 * The inside of a line: `**bold**`, `*italic*` or `_italic_`, `[text](address)`, a backslash before a character that
 * is meant as itself, and a backslash or two spaces at the end of a line for a hard break. Other line ends are spaces.
 *
 * At each character every construct is tried in turn; what opens none is text. A star only opens before and only
 * closes after something that is no space, so that "2 * 3" and "Bürger*innen" stay as they are.
 */
export type MarkdownInline =
  | { readonly kind: 'text'; readonly text: string; readonly marks: InlineMarks }
  | { readonly kind: 'break' }

export interface InlineMarks {
  readonly bold?: true
  readonly italic?: true
  readonly link?: string
}

/** A construct found: what it stands for, and how many characters it takes. */
interface Construct {
  readonly inlines: readonly MarkdownInline[]
  readonly length: number
}

interface Place {
  readonly text: string
  readonly at: number
  readonly marks: InlineMarks
}

const constructs = [hardBreak, softBreak, escaped, emphasis, link]

export function parseInline(text: string, marks: InlineMarks = {}): MarkdownInline[] {
  const inlines: MarkdownInline[] = []
  let plainFrom = 0
  const closePlain = (at: number) => {
    if (at > plainFrom) inlines.push({ kind: 'text', text: text.slice(plainFrom, at), marks })
  }
  for (let at = 0; at < text.length; ) {
    const found = firstConstruct({ text, at, marks })
    if (found === null) {
      at++
      continue
    }
    closePlain(at)
    inlines.push(...found.inlines)
    at += found.length
    plainFrom = at
  }
  closePlain(text.length)
  return inlines
}

function firstConstruct(place: Place): Construct | null {
  for (const construct of constructs) {
    const found = construct(place)
    if (found !== null) return found
  }
  return null
}

function matchAt(pattern: RegExp, { text, at }: Place): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function hardBreak(place: Place): Construct | null {
  const match = matchAt(/(?:\\| {2,})\n/y, place)
  return match && { inlines: [{ kind: 'break' }], length: match[0].length }
}

function softBreak(place: Place): Construct | null {
  const match = matchAt(/ ?\n/y, place)
  return match && { inlines: [{ kind: 'text', text: ' ', marks: place.marks }], length: match[0].length }
}

function escaped(place: Place): Construct | null {
  const match = matchAt(/\\([\\`*_{}[\]()#+\-.!|>])/y, place)
  return match && { inlines: [{ kind: 'text', text: match[1] ?? '', marks: place.marks }], length: 2 }
}

function link(place: Place): Construct | null {
  const match = matchAt(/\[((?:\\.|[^\\\]])+)\]\(((?:[^\s()]|\([^\s()]*\))+)\)/y, place)
  if (match === null) return null
  const [whole, label = '', href = ''] = match
  return { inlines: parseInline(label, { ...place.marks, link: href }), length: whole.length }
}

const delimiters = [
  { delimiter: '**', mark: { bold: true } },
  { delimiter: '*', mark: { italic: true } },
  { delimiter: '_', mark: { italic: true } },
] as const

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character)
const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_]/u.test(character)

function emphasis({ text, at, marks }: Place): Construct | null {
  for (const { delimiter, mark } of delimiters) {
    const from = at + delimiter.length
    if (!text.startsWith(delimiter, at) || isSpace(text[from])) continue
    if (delimiter === '_' && isWord(text[at - 1])) continue
    const to = closing(text, { delimiter, from })
    if (to === null) continue
    const inlines = parseInline(text.slice(from, to), { ...marks, ...mark })
    return { inlines, length: to + delimiter.length - at }
  }
  return null
}

/** Looked for no further, or a text full of stars that never close would take time with the square of its length. */
const longestEmphasis = 2_000

/** Where the delimiter that closes stands; one that belongs to a nested construct does not count. */
function closing(text: string, { delimiter, from }: { delimiter: string; from: number }): number | null {
  let at = from
  const end = Math.min(text.length, from + longestEmphasis)
  let boldCloses = true
  while (at < end) {
    if (text[at] === '\\') at += 2
    else if (delimiter === '*' && text.startsWith('**', at)) {
      // Where one bold that opens here never closes, none further on does.
      const nested: number | null = boldCloses ? closing(text, { delimiter: '**', from: at + 2 }) : null
      boldCloses = nested !== null
      at = nested === null ? at + 2 : nested + 2
    } else if (text.startsWith(delimiter, at) && closesAt(text, { delimiter, at, from })) {
      // Of three stars the first closes what is inside.
      return delimiter === '**' && text[at + 2] === '*' ? at + 1 : at
    } else at++
  }
  return null
}

function closesAt(
  text: string,
  { delimiter, at, from }: { delimiter: string; at: number; from: number },
): boolean {
  if (at === from || isSpace(text[at - 1])) return false
  return delimiter !== '_' || !isWord(text[at + 1])
}
