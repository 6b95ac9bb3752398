// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createCrdtRange, resolveCrdtRange } from '../crdt-range.js'
import { indexFlatText } from '../flat-text.js'
import { documentFragment } from '../fragment.js'
import { childBlocks } from '../rendered-tree.js'
import { documentSchema } from '../schema.js'
import { connect, EditorReplica } from '../testing/editor-replica.js'
import { docOf, RandomDocument } from '../testing/random-document.js'
import { randomEdit } from '../testing/random-edits.js'
import { runSeed, SeededRandom } from '../testing/seeded-random.js'
import { renderHtml } from '../to-html.js'
import { blockIdOf, type Content, contentOf, nodeOf, sameJson } from './content-node.js'
import { contentOfUpdate, rewritingUpdate } from './documents-of-content.js'
import { keepIds } from './keep-ids.js'
import { parseContent } from './parse-content.js'
import { contentOfNode, readContent } from './read-content.js'

const runs = 10
const editsEach = 12

const contentIn = (doc: Y.Doc): Content => contentOf(documentFragment(doc))
const asJson = (content: Content) => ({ type: 'doc', content })

/** A text with a history: written by an editor, edited at random. */
function aHistory(seed: number) {
  const random = new SeededRandom(seed)
  const first = docOf(new RandomDocument(random).json())
  const update = Y.encodeStateAsUpdate(first)
  const replica = new EditorReplica({ update, clientId: 1_001 })
  const live = new Y.Doc()
  connect(replica.doc, live)
  // What the editor makes of it is what can be published.
  const release = contentIn(live)
  for (let edit = 0; edit < editsEach; edit++)
    randomEdit({ editor: replica.editor, undo: () => replica.undo(), redo: () => replica.redo() }, random)
  return { random, replica, live, release }
}

it(`restores exactly, and what is the same keeps its characters (seed ${runSeed})`, () => {
  for (let run = 0; run < runs; run++) {
    const { replica, live, release } = aHistory(runSeed + run)
    const before = new Map(childBlocks(documentFragment(live)).map(block => [block, nodeOf(block)]))
    const marks = anchorsIn(live)
    Y.applyUpdate(live, rewritingUpdate(Y.encodeStateAsUpdate(live), release))

    const restored = contentIn(live)
    expect(restored, `run ${run}`).toEqual(release.length > 0 ? release : [{ type: 'paragraph' }])
    // The editor that has it open shows the same; random tables are crooked, which editors mend on their own.
    expect(withoutTables(contentOfNode(replica.editor.state.doc))).toEqual(withoutTables(restored))

    const now = new Set(childBlocks(documentFragment(live)))
    for (const [block, node] of inOrderUnchanged(before, release)) {
      expect(now.has(block), `run ${run}: ${blockIdOf(node)} is another block`).toBe(true)
      const range = marks.get(block)
      if (range) expect(resolveCrdtRange(indexOf(live), range).kind, `run ${run}`).toBe('alive')
    }
    replica.destroy()
  }
})

it(`changes nothing where nothing differs (seed ${runSeed})`, () => {
  for (let run = 0; run < runs; run++) {
    const { replica, live } = aHistory(runSeed + run)
    const update = Y.encodeStateAsUpdate(live)
    const edit = rewritingUpdate(update, contentIn(live))
    expect(Y.encodeStateVector(live)).toEqual(Y.encodeStateVectorFromUpdate(Y.mergeUpdates([update, edit])))
    replica.destroy()
  }
})

it(`gives a draft of the same words the names that the blocks have (seed ${runSeed})`, () => {
  for (let run = 0; run < runs; run++) {
    const { replica, live } = aHistory(runSeed + run)
    const present = contentIn(live)
    const draft = readContent(asJson(withoutIds(present)))
    expect(draft, `run ${run}: the schema refuses what an editor has written`).not.toBeNull()
    const html = renderHtml(documentFragment(live)).replace(/ id="[^"]*"/g, '')
    const named = keepIds(present, draft ?? [])
    Y.applyUpdate(live, rewritingUpdate(Y.encodeStateAsUpdate(live), named))
    expect(renderHtml(documentFragment(live)).replace(/ id="[^"]*"/g, '')).toBe(html)
    replica.destroy()
  }
})

it(`reads its own JSON as it was (seed ${runSeed})`, () => {
  for (let run = 0; run < runs; run++) {
    const { replica, live } = aHistory(runSeed + run)
    const content = contentIn(live)
    expect(contentOfUpdate(Y.encodeStateAsUpdate(live))).toEqual(content)
    expect(readContent(JSON.parse(JSON.stringify(asJson(content)))) ?? []).toEqual(content)
    expect(parseContent(JSON.stringify(content))).toEqual(content)
    documentSchema().nodeFromJSON(asJson(content)).check()
    replica.destroy()
  }
})

const indexOf = (doc: Y.Doc) => indexFlatText(documentFragment(doc))

/** A range over the whole of each top-level paragraph or heading. */
function anchorsIn(doc: Y.Doc) {
  const index = indexOf(doc)
  return new Map(
    index.blocks.flatMap(({ start, end }, number) => {
      const element = index.elements[number]
      const range = createCrdtRange(index, { start, end })
      return element && range ? [[element, range] as const] : []
    }),
  )
}

/** Those that stand in the release as they are, where no other has their place: the longest such beginning. */
function inOrderUnchanged(before: Map<Y.XmlElement, ReturnType<typeof nodeOf>>, release: Content) {
  const entries = [...before]
  let same = 0
  while (same < entries.length && same < release.length && sameJson(entries[same]?.[1], release[same])) same++
  return entries.slice(0, same).filter(([, node]) => blockIdOf(node) !== null)
}

const withoutTables = (content: Content): Content =>
  content.filter(node => !JSON.stringify(node).includes('"table"'))

function withoutIds(content: Content): Content {
  return JSON.parse(JSON.stringify(content, (key, value: unknown) => (key === 'id' ? undefined : value)))
}
