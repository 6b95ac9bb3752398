import type { DraftNode, FileAnswer, FileText } from '../reading/file-jobs.js'

/** A draft in a form to read: one line a block, `*italic*`, `**bold**`, `[link](…)`, indented where it is inside of another. */
export function told(node: DraftNode, indent = ''): string[] {
  const inside = `${indent}  `
  const children = node.content ?? []
  switch (node.type) {
    case 'doc':
      return children.flatMap(child => told(child))
    case 'paragraph':
    case 'heading':
      return [
        `${indent}${node.type === 'heading' ? `${'#'.repeat(Number(node.attrs?.level))} ` : ''}${lineOf(children)}`,
      ]
    case 'tableCell':
    case 'tableHeader': {
      const { colspan, rowspan } = node.attrs ?? {}
      const span = colspan === 1 && rowspan === 1 ? '' : ` ${String(colspan)}x${String(rowspan)}`
      return [
        `${indent}${node.type === 'tableHeader' ? 'head' : 'cell'}${span}:`,
        ...children.flatMap(child => told(child, inside)),
      ]
    }
    case 'image':
      return [`${indent}image ${String(node.attrs?.src)} “${String(node.attrs?.alt)}”`]
    case 'orderedList':
      return [
        `${indent}orderedList ${String(node.attrs?.start)}`,
        ...children.flatMap(child => told(child, inside)),
      ]
    default:
      return [`${indent}${node.type}`, ...children.flatMap(child => told(child, inside))]
  }
}

const lineOf = (pieces: readonly DraftNode[]): string =>
  pieces
    .map(({ type, text = '', marks = [] }) => {
      if (type === 'hardBreak') return '⏎'
      return marks.reduce((words, mark) => {
        if (mark.type === 'bold') return `**${words}**`
        return mark.type === 'italic' ? `*${words}*` : `[${words}](${String(mark.attrs?.href)})`
      }, text)
    })
    .join('')

export function textIn(answer: FileAnswer): FileText {
  if (answer.kind === 'refused') throw new Error(answer.code)
  return answer.text
}

export const lossesIn = (answer: FileAnswer): string[] =>
  textIn(answer).losses.map(
    ({ kind, under, words, count }) => `${kind} | ${under ?? '-'} | ${words}${count > 1 ? ` ×${count}` : ''}`,
  )
