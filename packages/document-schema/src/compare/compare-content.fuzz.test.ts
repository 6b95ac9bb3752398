// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { contentOf } from '../content/content-node.js'
import { withDocumentOf } from '../content/documents-of-content.js'
import { documentFragment } from '../fragment.js'
import { EditorReplica } from '../testing/editor-replica.js'
import { docOf, RandomDocument } from '../testing/random-document.js'
import { randomEdit } from '../testing/random-edits.js'
import { runSeed, SeededRandom } from '../testing/seeded-random.js'
import { renderHtml } from '../to-html.js'
import { compareContent } from './compare-content.js'

const runs = 10

/** What is left of a view when one forgets that something was compared. */
const plain = (html: string) =>
  html
    .replace(/<\/?(ins|del)>/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replace(/ id="[^"]*"/g, '')
    // A mark that is cut by a change is closed and opened again.
    .replace(/<\/(strong|em|a)><\1( [^>]*)?>/g, '')

const words = (html: string) => html.replace(/<[^>]*>/g, '')

it(`shows both texts whole, whatever was done to one of them (seed ${runSeed})`, () => {
  for (let run = 0; run < runs; run++) {
    const random = new SeededRandom(runSeed + run)
    const update = Y.encodeStateAsUpdate(docOf(new RandomDocument(random).json()))
    const replica = new EditorReplica({ update, clientId: 1_001 })
    const before = contentOf(documentFragment(replica.doc))
    for (let edit = 0; edit < 12; edit++)
      randomEdit({ editor: replica.editor, undo: () => replica.undo(), redo: () => replica.redo() }, random)
    const after = contentOf(documentFragment(replica.doc))

    const rows = compareContent(before, after)
    const view = (html: (row: (typeof rows)[number]) => string | null) =>
      rows.map(row => html(row) ?? '').join('')
    expect(words(view(row => row.after)), `run ${run}`).toBe(words(withDocumentOf(after, renderHtml)))
    expect(words(view(row => row.before)), `run ${run}`).toBe(words(withDocumentOf(before, renderHtml)))
    const idsIn = (html: string) => (html.match(/ id="[^"]*"/g) ?? []).toSorted()
    expect(idsIn(view(row => row.both))).toEqual(idsIn(withDocumentOf(after, renderHtml)))
    expect(
      rows.flatMap(row => (row.kind === 'same' ? [plain(row.both) === plain(row.after ?? '')] : [])),
    ).not.toContain(false)
    replica.destroy()
  }
})
