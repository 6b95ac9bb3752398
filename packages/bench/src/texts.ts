/**
 * Two texts of about 200 pages, one an edit of the other: comparing them, and making the one say the other again as an
 * edit that keeps the characters of what stays.
 */
import { compareContent } from '@randnotiz/document-schema/compare/compare-content'
import { type Content, type ContentNode, contentOf } from '@randnotiz/document-schema/content/content-node'
import { rewritingUpdate } from '@randnotiz/document-schema/content/documents-of-content'
import { createCrdtRange, resolveCrdtRanges } from '@randnotiz/document-schema/crdt-range'
import { indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { initialUpdate } from '@randnotiz/document-schema/from-markdown'
import * as Y from 'yjs'
import type { Figure, Workload } from './workload.js'

const paragraphs = 1_600
const words = [
  'Stadt',
  'Rat',
  'Bus',
  'Markt',
  'Bänke',
  'Bäume',
  'Wege',
  'Räder',
  'Menschen',
  'Schulen',
  'Plätze',
  'Zahlen',
]

/** Each paragraph of some 40 words is another one. */
function paragraph(number: number): string {
  const at = (place: number) => words[(number * 7 + place * (number % 11) + place) % words.length]
  return `Absatz ${number}: ${Array.from({ length: 40 }, (_, place) => at(place)).join(' ')}.`
}

function longText(): string {
  return Array.from({ length: paragraphs }, (_, number) =>
    number % 20 === 0 ? `## Kapitel ${number / 20 + 1}` : paragraph(number),
  ).join('\n\n')
}

/** Every tenth paragraph gets other words, every fiftieth goes, and fifty of them move to the end. */
function edited(content: Content): Content {
  const rest = content.filter((_, place) => place % 50 !== 7)
  const [moved, staying] = [rest.slice(200, 250), [...rest.slice(0, 200), ...rest.slice(250)]]
  return [...staying, ...moved].map((node, place) => (place % 10 === 3 ? reworded(node) : node))
}

const reworded = (node: ContentNode): ContentNode =>
  JSON.parse(JSON.stringify(node).replace('Markt', 'Marktplatz am Abend').replace('Räder', 'Fahrräder'))

/** All words new, without a single id in common. */
const foreign = (content: Content): Content =>
  content.map((node, place) => ({
    ...node,
    attrs: { ...node.attrs, id: `x${place}` },
    content: [
      { type: 'text', text: Array.from({ length: 40 }, (_, word) => `neu${place}w${word}`).join(' ') },
    ],
  }))

function median(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const startedAt = performance.now()
    run()
    return performance.now() - startedAt
  })
  return Math.round(times.toSorted((a, b) => a - b)[2] ?? Number.NaN)
}

/** Of the paragraphs that stay as they are, how many still hold on to their first and last character. */
function surviving(update: Uint8Array, wanted: Content): number {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const index = indexFlatText(documentFragment(doc))
  const staying = new Set(wanted.map(node => JSON.stringify(node)))
  const present = contentOf(documentFragment(doc))
  const ranges = index.blocks.flatMap((block, place) => {
    const range = staying.has(JSON.stringify(present[place])) ? createCrdtRange(index, block) : null
    return range ? [range] : []
  })
  Y.applyUpdate(doc, rewritingUpdate(update, wanted))
  const found = resolveCrdtRanges(indexFlatText(documentFragment(doc)), ranges)
  return Math.round((1_000 * found.filter(({ kind }) => kind === 'alive').length) / ranges.length) / 10
}

export const texts: Workload = {
  name: 'texts',
  story: `${paragraphs} paragraphs of 40 words; a tenth reworded, a fiftieth gone, 50 moved; medians of five`,
  async run(): Promise<Figure[]> {
    const update = initialUpdate(longText(), 'bench')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    const before = contentOf(documentFragment(doc))
    const after = edited(before)
    return [
      { name: 'compare', value: median(() => compareContent(before, after)), unit: 'ms' },
      {
        name: 'compare with a foreign text',
        value: median(() => compareContent(before, foreign(before))),
        unit: 'ms',
      },
      { name: 'rewrite', value: median(() => rewritingUpdate(update, after)), unit: 'ms' },
      { name: 'edit', value: Math.round(rewritingUpdate(update, after).length / 1024), unit: 'KiB' },
      { name: 'unchanged paragraphs alive', value: surviving(update, after), unit: '%' },
    ]
  },
}
