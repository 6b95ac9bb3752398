import * as Y from 'yjs'

/**
 * What somebody typed that never reached the server, as plain text in the order of typing, block by block.
 *
 * When a document is replaced (restored, imported, reset), a client with an older epoch is closed with 4409 and must drop
 * its local copy: merging it would put every paragraph there twice. Before it does, this gives the person back what only
 * existed in that copy. `confirmed` is what `observeSaves` says about it. Source of the structure: Yjs's struct store
 * (yjs/INTERNALS.md).
 */
export function unsentText(doc: Y.Doc, confirmed: ReadonlyMap<number, number>): string {
  const runs: { parent: unknown; text: string }[] = []
  for (const [client, structs] of doc.store.clients)
    for (const struct of structs) {
      const skip = (confirmed.get(client) ?? 0) - struct.id.clock
      if (skip >= struct.length || !(struct instanceof Y.Item) || struct.deleted) continue
      if (!(struct.content instanceof Y.ContentString)) continue
      const text = struct.content.str.slice(Math.max(0, skip))
      const last = runs.at(-1)
      if (last?.parent === struct.parent) last.text += text
      else runs.push({ parent: struct.parent, text })
    }
  return runs.map(({ text }) => text).join('\n')
}
