/** The line of a paragraph or heading: texts and hard breaks. Words that stay keep their characters. */
import * as Y from 'yjs'
import { charactersOf, textRuns } from '../text-runs.js'
import { type ContentMark, type ContentPiece, isText, marksOf, sameJson } from './content-node.js'
import { sequenceDifference } from './sequence-difference.js'
import { tokensOf } from './words.js'

/** Text with one set of marks. */
interface Run {
  readonly text: string
  readonly marks: readonly ContentMark[]
}

/** What stands between two breaks is one Yjs text. */
type Part = { readonly kind: 'text'; readonly runs: readonly Run[] } | { readonly kind: 'break' }

export function rewriteLine(block: Y.XmlElement, pieces: readonly ContentPiece[]): void {
  const wanted = partsOf(pieces)
  const present = block.toArray()
  const steps = sequenceDifference(present.map(keyOfChild), wanted.map(keyOfPart))
  // From behind, so that the places of what comes before stay what they are.
  for (const { same, before, after } of steps.toReversed()) {
    const children = present.slice(before[0], before[1])
    const parts = wanted.slice(after[0], after[1])
    const kept = same ? children : alike(children, parts)
    for (let place = children.length - 1; place >= 0; place--) {
      const child = children[place]
      if (!kept.includes(child)) block.delete(before[0] + place, 1)
    }
    parts.forEach((part, place) => {
      const child = kept[place]
      if (child === undefined) block.insert(before[0] + place, [typeOf(part)])
      else if (child instanceof Y.XmlText && part.kind === 'text') rewriteText(child, part.runs)
    })
  }
}

type Child = ReturnType<Y.XmlElement['toArray']>[number]

/** For each part the child that becomes it, in order. */
function alike(children: readonly Child[], parts: readonly Part[]): (Child | undefined)[] {
  let next = 0
  return parts.map(part => {
    for (let place = next; place < children.length; place++) {
      const child = children[place]
      if (child === undefined || kindOf(child) !== part.kind) continue
      next = place + 1
      return child
    }
    return undefined
  })
}

function kindOf(child: Child): Part['kind'] | 'foreign' {
  if (child instanceof Y.XmlText) return 'text'
  return child instanceof Y.XmlElement && child.nodeName === 'hardBreak' ? 'break' : 'foreign'
}

function keyOfChild(child: Child): string {
  const kind = kindOf(child)
  return child instanceof Y.XmlText ? `text ${charactersOf(child)}` : kind
}

const keyOfPart = (part: Part): string => (part.kind === 'text' ? `text ${joined(part.runs)}` : 'break')

const joined = (runs: readonly Run[]): string => runs.map(run => run.text).join('')

function partsOf(pieces: readonly ContentPiece[]): Part[] {
  const parts: Part[] = []
  for (const piece of pieces) {
    if (!isText(piece)) {
      parts.push({ kind: 'break' })
      continue
    }
    const run = { text: piece.text, marks: piece.marks ?? [] }
    const last = parts.at(-1)
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', runs: [...last.runs, run] }
    else parts.push({ kind: 'text', runs: [run] })
  }
  return parts
}

/** The children of a new line. */
export function lineContent(pieces: readonly ContentPiece[]): (Y.XmlText | Y.XmlElement)[] {
  return partsOf(pieces).map(typeOf)
}

function typeOf(part: Part): Y.XmlText | Y.XmlElement {
  if (part.kind === 'break') return new Y.XmlElement('hardBreak')
  const text = new Y.XmlText()
  text.applyDelta(part.runs.map(run => ({ insert: run.text, attributes: attributesOf(run.marks) })))
  return text
}

function attributesOf(marks: readonly ContentMark[]): Record<string, unknown> {
  return Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}]))
}

function rewriteText(text: Y.XmlText, runs: readonly Run[]): void {
  const present = tokensOf(charactersOf(text))
  const wanted = tokensOf(joined(runs))
  let at = 0
  for (const { same, before, after } of sequenceDifference(present, wanted)) {
    const gone = present.slice(before[0], before[1]).join('').length
    const come = wanted.slice(after[0], after[1]).join('')
    if (!same) {
      if (gone > 0) text.delete(at, gone)
      if (come !== '') text.insert(at, come, {})
    }
    at += come.length
  }
  formatText(text, runs)
}

/** Gives every stretch the wanted marks, and touches none that has them. */
function formatText(text: Y.XmlText, runs: readonly Run[]): void {
  const present = textRuns(text)
  const edges = [...new Set([...edgesOf(present), ...edgesOf(runs)])].sort((a, b) => a - b)
  for (const [number, start] of edges.entries()) {
    const end = edges[number + 1]
    if (end === undefined) break
    const stored = runAt(present, start)?.attributes ?? {}
    const marks = runAt(runs, start)?.marks ?? []
    if (sameJson(marksOf(stored), marks)) continue
    const none = Object.fromEntries(Object.keys(stored).map(name => [name, null]))
    text.format(start, end - start, { ...none, ...attributesOf(marks) })
  }
}

function edgesOf(runs: readonly { text: string }[]): number[] {
  let at = 0
  return [0, ...runs.map(({ text }) => (at += text.length))]
}

function runAt<R extends { text: string }>(runs: readonly R[], offset: number): R | undefined {
  let end = 0
  return runs.find(({ text }) => {
    end += text.length
    return offset < end
  })
}
