/**
 * Cuts the HTML of a whole text, as `to-html` writes it, into its top-level blocks. That HTML is canonical: every tag is
 * closed but the void ones, and no attribute holds a `<` or `>`. So counting tags is enough, and takes a few milliseconds
 * for 400,000 characters, where a parser takes a hundred.
 */
import type { BlockHtml } from './to-html.js'

export type TopBlock = BlockHtml & {
  /** Every block id in it, its own first: that of a list comes with those of its lines. */
  readonly ids: readonly string[]
  /** Of a heading; null for other blocks. */
  readonly level: number | null
}

const tags = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g
const voidTags = new Set(['br', 'hr', 'img', 'col'])
const ids = / id="block-([^"]+)"/g

export function splitHtml(html: string): TopBlock[] {
  const blocks: TopBlock[] = []
  let depth = 0
  let start = 0
  for (const tag of html.matchAll(tags)) {
    const [whole, closing, name = ''] = tag
    if (closing) depth--
    else if (!voidTags.has(name)) depth++
    if (depth > 0) continue
    const end = tag.index + whole.length
    blocks.push(blockOf(html.slice(start, end)))
    start = end
  }
  return blocks
}

function blockOf(html: string): TopBlock {
  const found = [...html.matchAll(ids)].flatMap(([, id]) => id ?? [])
  const own = /^<[a-z][a-z0-9]* id="block-([^"]+)"/.exec(html)?.[1] ?? null
  const level = /^<h([1-6])[ >]/.exec(html)?.[1]
  return { id: own, html, ids: found, level: level === undefined ? null : Number(level) }
}
