// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { type CrdtRange, createCrdtRange, resolveCrdtRanges } from './crdt-range.js'
import { documentFragment } from './fragment.js'
import { attachLightDocument, type LightDocument } from './light-document.js'
import { childBlocks } from './rendered-tree.js'
import { connect, EditorReplica } from './testing/editor-replica.js'
import { docOf, RandomDocument } from './testing/random-document.js'
import { randomEdit } from './testing/random-edits.js'
import { runSeed, SeededRandom } from './testing/seeded-random.js'
import { renderBlocksHtml, renderHtml } from './to-html.js'

const documents = 5
const editsEach = 40

/** Two editors, the server and a reader's page, all connected; after each edit everything that must hold is checked. */
class Scene {
  readonly random: SeededRandom
  readonly editors: readonly [EditorReplica, EditorReplica]
  readonly fragment: Y.XmlFragment
  readonly root = document.createElement('article')
  readonly light: LightDocument
  readonly problems: unknown[] = []
  private readonly server = new Y.Doc()
  private readonly reader = new Y.Doc()

  constructor(seed: number) {
    this.random = new SeededRandom(seed)
    const update = Y.encodeStateAsUpdate(docOf(new RandomDocument(this.random).json()))
    const editor = (clientId: number) => new EditorReplica({ update, clientId })
    this.editors = [editor(1_001), editor(1_002)]
    for (const replica of this.editors) connect(replica.doc, this.server)
    connect(this.server, this.reader)
    this.fragment = documentFragment(this.reader)
    document.body.replaceChildren(this.root)
    this.root.innerHTML = renderHtml(this.fragment)
    const onProblem = (problem: unknown) => this.problems.push(problem)
    this.light = attachLightDocument({ fragment: this.fragment, root: this.root, onProblem })
  }

  edit(): string {
    const replica = this.random.pick(this.editors)
    return randomEdit(
      { editor: replica.editor, undo: () => replica.undo(), redo: () => replica.redo() },
      this.random,
    )
  }

  /** Which element shows which block, and how the block looks. */
  shown(): Map<Y.XmlElement, { element: Element | undefined; html: string }> {
    const html = renderBlocksHtml(this.fragment)
    return new Map(
      childBlocks(this.fragment).map((block, at) => [
        block,
        { element: this.root.children[at], html: html[at]?.html ?? '' },
      ]),
    )
  }

  randomRange(): { start: number; end: number } {
    const { length } = this.light.flatIndex().text
    const start = this.random.below(length + 1)
    return { start, end: Math.min(length, start + 1 + this.random.below(40)) }
  }

  destroy(): void {
    this.light.detach()
    for (const editor of this.editors) editor.destroy()
  }
}

function checkPage(scene: Scene, before: ReturnType<Scene['shown']>): void {
  const fresh = document.createElement('article')
  fresh.innerHTML = renderHtml(scene.fragment)
  expect(scene.root.childNodes.length).toBe(fresh.childNodes.length)
  fresh.childNodes.forEach((node, at) => {
    const shown = scene.root.childNodes[at]
    // Not the strings: patching may leave attributes in another order, which means nothing.
    if (!shown?.isEqualNode(node)) expect(scene.root.innerHTML).toBe(fresh.innerHTML)
  })
  for (const [block, { element, html }] of scene.shown()) {
    const earlier = before.get(block)
    if (earlier !== undefined && earlier.html === html) expect(element).toBe(earlier.element)
  }
}

function checkOffsets(scene: Scene): void {
  const { text } = scene.light.flatIndex()
  for (let attempt = 0; attempt < 5; attempt++) {
    const { start, end } = scene.randomRange()
    const quote = text.slice(start, end)
    const range = scene.light.domRangeOf({ start, end })
    if (quote.replaceAll('\n', '') === '') continue
    if (range === null) throw new Error(`no DOM range for ${start} to ${end}`)
    expect(range.toString()).toBe(quote.replaceAll('\n', ''))
    const offsets = scene.light.offsetsOf(range)
    expect(offsets && text.slice(offsets.start, offsets.end)).toBe(quote.replace(/^\n+|\n+$/g, ''))
  }
}

interface Anchor {
  readonly range: CrdtRange
  readonly quote: string
}

function newAnchors(scene: Scene): Anchor[] {
  const index = scene.light.flatIndex()
  const anchors: Anchor[] = []
  for (let attempt = 0; attempt < 20; attempt++) {
    const offsets = scene.randomRange()
    const range = createCrdtRange(index, offsets)
    const quote = index.text.slice(offsets.start, offsets.end).replace(/^\n+|\n+$/g, '')
    if (range !== null) anchors.push({ range, quote })
  }
  return anchors
}

/** An anchor said to be alive still begins and ends with the quote's own characters and says what is between. */
function checkAnchors(scene: Scene, anchors: readonly Anchor[]): number {
  const index = scene.light.flatIndex()
  const resolved = resolveCrdtRanges(
    index,
    anchors.map(anchor => anchor.range),
  )
  resolved.forEach((result, at) => {
    const quote = anchors[at]?.quote ?? ''
    if (result.kind === 'damaged' && result.candidate !== undefined) {
      expect(result.candidate.start).toBeLessThan(result.candidate.end)
    }
    if (result.kind !== 'alive') return
    expect(result.text).toBe(index.text.slice(result.start, result.end))
    expect([result.text[0], result.text.at(-1)]).toEqual([quote[0], quote.at(-1)])
  })
  return resolved.filter(result => result.kind === 'alive').length
}

it(`follows random edits of two editors, RANDOM_SEED=${runSeed}`, { timeout: 120_000 }, () => {
  let alive = 0
  for (let seed = runSeed; seed < runSeed + documents; seed++) {
    const scene = new Scene(seed)
    const anchors = newAnchors(scene)
    const edits: string[] = []
    try {
      for (let count = 0; count < editsEach; count++) {
        const before = scene.shown()
        edits.push(scene.edit())
        checkPage(scene, before)
        checkOffsets(scene)
        alive += checkAnchors(scene, anchors)
        expect(scene.problems).toEqual([])
      }
      const [one, two] = scene.editors
      expect(one.editor.getText()).toBe(two.editor.getText())
    } catch (problem) {
      throw new Error(`seed ${seed}, after ${edits.join(' ')}`, { cause: problem })
    } finally {
      scene.destroy()
    }
  }
  expect(alive).toBeGreaterThan(0)
})
