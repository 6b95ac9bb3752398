/**
 * Keeps the top-level blocks of a document and the children of an element in step. It remembers which element shows
 * which Yjs block. A block without an element (new in the document, or all of them at the start) takes over an element
 * that shows no living block and carries the same id and tag, if there is one: so the server's HTML is adopted, and a
 * restored older state, which is all new to Yjs, leaves unchanged paragraphs alone.
 */
import type * as Y from 'yjs'
import { childBlocks, type RenderedElement, renderBlock } from '../rendered-tree.js'
import { isElement, ownChildren, unwrapHighlights } from './foreign-elements.js'
import { createElement, idOf, looksLike, morphElement, placeChildren } from './morph.js'

export interface BlockPatcherOptions {
  readonly fragment: Y.XmlFragment
  readonly root: HTMLElement
  readonly onProblem: (problem: unknown) => void
}

/** Any Yjs type of the document. */
interface InDocument {
  readonly parent: InDocument | null
}

export class BlockPatcher {
  private readonly elements = new Map<Y.XmlElement, HTMLElement>()

  constructor(private readonly options: BlockPatcherOptions) {}

  /** Takes over what stands in the root. Returns the elements that had to be changed or made. */
  adopt(): HTMLElement[] {
    return this.reconcile(new Set())
  }

  /** Brings the root up to date after changes of these Yjs types. Returns the elements changed or made. */
  patch(changedTypes: readonly InDocument[]): HTMLElement[] {
    const dirty = new Set<InDocument>()
    for (const type of changedTypes) dirty.add(this.topLevel(type))
    return this.reconcile(dirty)
  }

  private topLevel(type: InDocument): InDocument {
    let at = type
    while (at.parent !== null && at.parent !== this.options.fragment) at = at.parent
    return at
  }

  private reconcile(dirty: ReadonlySet<InDocument>): HTMLElement[] {
    const { fragment, root } = this.options
    const blocks = childBlocks(fragment)
    const unclaimed = this.unclaimedElements(new Set(blocks))
    const changed: HTMLElement[] = []
    const shown = blocks.map(block => {
      const known = this.elements.get(block)
      if (known !== undefined && !dirty.has(block)) return known
      const tree = renderBlock(block)
      const current = known ?? unclaimed.get(keyOf(tree.tag, idOf(tree)))?.shift()
      const element = this.show(tree, { current, changed })
      this.elements.set(block, element)
      return element
    })
    placeChildren(root, shown)
    return changed
  }

  /** Forgets blocks that are gone; what stands in the root without a living block, by tag and id. */
  private unclaimedElements(living: ReadonlySet<Y.XmlElement>): Map<string, HTMLElement[]> {
    for (const block of this.elements.keys()) if (!living.has(block)) this.elements.delete(block)
    const claimed = new Set(this.elements.values())
    const unclaimed = new Map<string, HTMLElement[]>()
    for (const child of ownChildren(this.options.root)) {
      if (!isHtmlElement(child) || claimed.has(child)) continue
      const key = keyOf(child.localName, child.id)
      const alike = unclaimed.get(key)
      if (alike === undefined) unclaimed.set(key, [child])
      else alike.push(child)
    }
    return unclaimed
  }

  /** The element that shows the tree: the current one, changed where needed, or a new one. */
  private show(
    tree: RenderedElement,
    { current, changed }: { current: HTMLElement | undefined; changed: HTMLElement[] },
  ): HTMLElement {
    if (current !== undefined && looksLike(current, tree)) return current
    const element = this.morphed(tree, current) ?? createElement(tree, this.options.root.ownerDocument)
    changed.push(element)
    return element
  }

  private morphed(tree: RenderedElement, current: HTMLElement | undefined): HTMLElement | null {
    if (current?.localName !== tree.tag) return null
    try {
      unwrapHighlights(current)
      morphElement(current, tree)
      return current
    } catch (problem) {
      this.options.onProblem(problem)
      return null
    }
  }
}

const isHtmlElement = (node: Node): node is HTMLElement => isElement(node) && 'dataset' in node

const keyOf = (tag: string, id: string): string => `${tag}#${id}`
