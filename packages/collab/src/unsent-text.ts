import * as Y from 'yjs'

type Confirmed = ReadonlyMap<number, number>

/** So few known characters between two new pieces do not tear them apart. */
const bridge = 2

/**
 * What somebody typed that never reached the server, as plain text: a line for each stretch, block by block, each block
 * in the order of its text.
 *
 * When a document is replaced (restored, imported, reset), a client with an older epoch is closed with 4409 and must drop
 * its local copy: merging it would put every paragraph there twice. Before it does, this gives the person back what only
 * existed in that copy. `confirmed` is what `observeSaves` says about it. Source of the structure: Yjs's struct store
 * (yjs/INTERNALS.md).
 *
 * Editors compare old and new text and cannot tell which of two equal neighbours was typed: whoever types "meine" before
 * an "e" gets an old "e" in the middle of the new word. So single known characters between new ones come along.
 */
export function unsentText(doc: Y.Doc, confirmed: Confirmed): string {
  const blocks = new Set<Y.AbstractType<unknown>>()
  for (const structs of doc.store.clients.values())
    for (const struct of structs)
      if (
        struct instanceof Y.Item &&
        struct.parent instanceof Y.AbstractType &&
        newTextOf(struct, confirmed) !== ''
      )
        blocks.add(struct.parent)
  return [...blocks].flatMap(block => stretchesOf(block, confirmed)).join('\n')
}

function stretchesOf(block: Y.AbstractType<unknown>, confirmed: Confirmed): string[] {
  const stretches: string[] = []
  let between = ''
  for (let item = block._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const fresh = newTextOf(item, confirmed)
    between += textOf(item).slice(0, item.length - fresh.length)
    if (fresh === '') continue
    const last = stretches.pop()
    if (last === undefined) stretches.push(fresh)
    else if (between.length <= bridge) stretches.push(last + between + fresh)
    else stretches.push(last, fresh)
    between = ''
  }
  return stretches
}

/** The end of an item that is not confirmed; new operations of a client always follow the old ones. */
function newTextOf(item: Y.Item, confirmed: Confirmed): string {
  if (item.deleted || !(item.content instanceof Y.ContentString)) return ''
  return item.content.str.slice(Math.max(0, (confirmed.get(item.id.client) ?? 0) - item.id.clock))
}

/** What is no text counts with its length. */
function textOf({ content, length }: Y.Item): string {
  return content instanceof Y.ContentString ? content.str : ' '.repeat(length)
}
