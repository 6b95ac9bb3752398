/**
 * Which attributes a node or mark stores, and how they are read from pasted or re-read HTML. Only what the rendering
 * table can show is stored: no link targets, titles or inline styles. Nodes that are not listed store none besides
 * their id; headings keep Tiptap's own rule.
 */
import type { Attributes } from '@tiptap/core'
import { columnWidthStep, safeMediaSrc } from './safe-attributes.js'

const wholeNumberOf = (text: string | null): number | null => {
  const value = Number(text ?? Number.NaN)
  return Number.isInteger(value) ? value : null
}

const numberAttribute = (name: string, fallback: number | null): Attributes[string] => ({
  default: fallback,
  parseHTML: element => wholeNumberOf(element.getAttribute(name)) ?? fallback,
})

/** One width for a cell over one column; a wider cell does not say how its columns share the room. */
function columnWidths(cell: HTMLElement): number[] | null {
  const step = /\bcolumn-width-(\d+)\b/.exec(cell.className)?.[1]
  return step === undefined || cell.hasAttribute('colspan') ? null : [Number(step) * columnWidthStep]
}

function alignment(cell: HTMLElement): 'center' | 'right' | null {
  const align = /\balign-(center|right)\b/.exec(cell.className)?.[1] ?? cell.style.textAlign
  return align === 'center' || align === 'right' ? align : null
}

const cell: Attributes = {
  colspan: numberAttribute('colspan', 1),
  rowspan: numberAttribute('rowspan', 1),
  colwidth: { default: null, parseHTML: columnWidths },
  align: { default: null, parseHTML: alignment },
}

export const storedAttributes: Readonly<Record<string, Attributes>> = {
  image: {
    src: { default: null, parseHTML: element => safeMediaSrc(element.getAttribute('src')) },
    alt: { default: '' },
    width: numberAttribute('width', null),
    height: numberAttribute('height', null),
  },
  link: { href: { default: null } },
  orderedList: { start: numberAttribute('start', 1) },
  tableCell: cell,
  tableHeader: cell,
}
