/**
 * The public reader's document: server-rendered HTML that stays live without an editor. It takes over the DOM the
 * server sent, without touching what is right already, and from then on patches the blocks that Yjs says have changed.
 * Everything else keeps its nodes, so selections, focus and the place on the screen survive.
 *
 * Its part of the page is `root`; see `light/foreign-elements.ts` for what else may stand in there. It never throws
 * into the page: a block that cannot be patched is rendered anew, and the problem goes to `onProblem`.
 */
import type * as Y from 'yjs'
import type { OffsetRange } from './crdt-range.js'
import { type FlatIndex, indexFlatText } from './flat-text.js'
import { BlockPatcher } from './light/block-patcher.js'
import { LineMap } from './light/line-map.js'
import { ReadingPosition } from './light/reading-position.js'
import { blockElementId } from './rendering-table.js'
import { safeBlockId } from './safe-attributes.js'

export interface LightDocumentOptions {
  /** The document, already synced with the server: what it holds is what the page will show. */
  readonly fragment: Y.XmlFragment
  /** The element that holds the server's HTML of the document and nothing else. */
  readonly root: HTMLElement
  /** What scrolls; the page itself unless said otherwise. */
  readonly scroller?: Element
  readonly onProblem?: (problem: unknown) => void
}

/** What a change of the document did to the page. Offsets and DOM ranges from before it are no longer valid. */
export interface Patch {
  /** Top-level elements that are new or not what they were, in document order. Empty when blocks only went away. */
  readonly changed: readonly HTMLElement[]
}

export interface LightDocument {
  /** The flat text of what the page shows now. A new object after each patch. */
  flatIndex(): FlatIndex
  /** From the first to the last character of a passage; null when it is not on the page as it is in the document. */
  domRangeOf(range: OffsetRange): Range | null
  /** The same, one range for each line: highlights then do not paint the space between blocks. */
  domRangesOf(range: OffsetRange): Range[] | null
  /** A DOM selection as offsets in the flat text, clipped to the document; null when it holds none of its words. */
  offsetsOf(range: Range): OffsetRange | null
  /** The element of a block, by its stable id. */
  blockElement(blockId: string): HTMLElement | null
  /** Calls back after each patch; returns the way to stop that. */
  onPatched(listener: (patch: Patch) => void): () => void
  /** Leaves the page as it is and stops following the document. */
  detach(): void
}

export function attachLightDocument(options: LightDocumentOptions): LightDocument {
  const attached = new AttachedDocument(options)
  attached.start()
  return attached
}

class AttachedDocument implements LightDocument {
  private readonly listeners = new Set<(patch: Patch) => void>()
  private readonly patcher: BlockPatcher
  private readonly position: ReadingPosition
  private index: FlatIndex | undefined
  private lines: LineMap | undefined
  private detached = false

  constructor(private readonly options: LightDocumentOptions) {
    const { fragment, root, scroller } = options
    this.patcher = new BlockPatcher({ fragment, root, onProblem: problem => this.report(problem) })
    this.position = new ReadingPosition(root, scroller ?? pageOf(root))
  }

  start(): void {
    this.patch(() => this.patcher.adopt())
    this.options.fragment.observeDeep(this.follow)
  }

  flatIndex(): FlatIndex {
    this.index ??= indexFlatText(this.options.fragment)
    return this.index
  }

  domRangeOf(range: OffsetRange): Range | null {
    const [first, ...rest] = this.domRangesOf(range) ?? []
    const last = rest.at(-1)
    if (first !== undefined && last !== undefined) first.setEnd(last.endContainer, last.endOffset)
    return first ?? null
  }

  domRangesOf(range: OffsetRange): Range[] | null {
    return this.lineMap().domRangesOf(range)
  }

  offsetsOf(range: Range): OffsetRange | null {
    return this.lineMap().offsetsOf(range)
  }

  blockElement(blockId: string): HTMLElement | null {
    const id = safeBlockId(blockId)
    return id === null ? null : this.options.root.querySelector<HTMLElement>(`#${blockElementId(id)}`)
  }

  onPatched(listener: (patch: Patch) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  detach(): void {
    if (this.detached) return
    this.detached = true
    this.options.fragment.unobserveDeep(this.follow)
    this.position.release()
    this.listeners.clear()
  }

  private readonly follow = (events: readonly Y.YEvent<Y.XmlFragment>[]): void => {
    this.patch(() => this.patcher.patch(events.map(event => event.target)))
  }

  private patch(change: () => HTMLElement[]): void {
    this.index = undefined
    this.lines = undefined
    try {
      let changed: HTMLElement[] = []
      this.position.keepDuring(() => {
        changed = change()
      })
      this.announce({ changed })
    } catch (problem) {
      this.report(problem)
    }
  }

  /** A listener that throws must keep neither the others nor Yjs from going on. */
  private announce(patch: Patch): void {
    for (const listener of this.listeners) {
      try {
        listener(patch)
      } catch (problem) {
        this.report(problem)
      }
    }
  }

  private report(problem: unknown): void {
    this.options.onProblem?.(problem)
  }

  private lineMap(): LineMap {
    this.lines ??= new LineMap(this.options.root, this.flatIndex())
    return this.lines
  }
}

const pageOf = ({ ownerDocument }: HTMLElement): Element =>
  ownerDocument.scrollingElement ?? ownerDocument.documentElement
