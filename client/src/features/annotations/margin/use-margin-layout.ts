import type { FlatIndex } from '@randnotiz/document-schema/flat-text'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { AnnotatedText } from '../painting/annotated-text.js'
import type { MarginItem } from './margin-items.js'
import { layOutMargin, type MarginNote, marginHeight } from './margin-layout.js'
import { mostDrawn, NoteHeights, notesWithin } from './margin-window.js'
import { PassageTops } from './passage-tops.js'

type Layout = {
  list: RefObject<HTMLElement | null>
  items: readonly MarginItem[]
  /** The text in which the items have their places; null for the one that the server knows. */
  index: FlatIndex | null
  /** Those of the items that are the list's children, in this order. */
  drawn: readonly MarginItem[]
  activeKey: string | null
  /** Null where the list is an ordinary one: without live text, and below the text on small screens. */
  text: AnnotatedText | null
  /** Hears which notes are near the screen, where there are too many to draw them all. */
  onNear(keys: ReadonlySet<string>): void
}

/** Between two notes, in pixels. */
const gap = 12

/**
 * Puts the items of the list level with their passages, again whenever text, notes or window change their size, and
 * while somebody scrolls. The list's children are those items that are drawn, in order. Positions are set by script and
 * not in the markup: a strict content policy allows no inline styles, and without script the list is a list.
 */
export function useMarginLayout({ list, items, index, drawn, activeKey, text, onNear }: Layout): void {
  const placing = useRef<Placing | null>(null)

  useLayoutEffect(() => {
    const element = list.current
    if (element === null || text === null) return
    const own: Placing = {
      list: element,
      items: [],
      index: null,
      drawn: [],
      activeKey: null,
      tops: new PassageTops(text),
      text,
      set: new WeakMap(),
      heights: new NoteHeights(),
      keys: new WeakMap(),
      height: null,
      near: new Set(),
      onNear,
    }
    placing.current = own
    let frame = 0
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => placeItems(own))
    }
    const textMoved = () => {
      own.tops.forget()
      soon()
    }
    const stopScrolling = everyHalfScreen(soon)
    const observer = new ResizeObserver(entries => {
      for (const { target, borderBoxSize } of entries) {
        const key = own.keys.get(target)
        // What is not drawn any more keeps the height it had.
        if (!target.isConnected) observer.unobserve(target)
        else if (key !== undefined) own.heights.set(key, Math.round(borderBoxSize[0]?.blockSize ?? 0))
      }
      soon()
    })
    const textObserver = new ResizeObserver(textMoved)
    textObserver.observe(text.root)
    for (const child of element.children) observer.observe(child)
    const children = new MutationObserver(() => {
      for (const child of element.children) observer.observe(child)
      soon()
    })
    children.observe(element, { childList: true })
    return () => {
      placing.current = null
      cancelAnimationFrame(frame)
      stopScrolling()
      observer.disconnect()
      textObserver.disconnect()
      children.disconnect()
      release(element)
    }
  }, [list, onNear, text])

  useLayoutEffect(() => {
    if (placing.current === null || text === null) return
    const { current } = placing
    const before = current.activeKey
    Object.assign(current, { items, index, drawn, activeKey })
    // Both change their height with this, and are to be at their places in the same frame.
    if (before !== activeKey) for (const key of [before, activeKey]) current.heights.forget(key)
    placeItems(current)
  }, [activeKey, drawn, index, items, text])
}

type Placing = {
  list: HTMLElement
  items: readonly MarginItem[]
  index: FlatIndex | null
  drawn: readonly MarginItem[]
  activeKey: string | null
  text: AnnotatedText
  tops: PassageTops
  /** What the style of each item says, so that nothing is written that it says already; the same of the list. */
  set: WeakMap<HTMLElement, number>
  height: number | null
  /** Measured once until they change: the page is not asked for each of thousands with every key. */
  heights: NoteHeights
  keys: WeakMap<Element, string>
  near: ReadonlySet<string>
  onNear(keys: ReadonlySet<string>): void
}

function placeItems(placing: Placing) {
  const { list, items, index, activeKey, text, tops } = placing
  const elements = elementsOf(placing)
  const listTop = list.getBoundingClientRect().top
  const shift = text.root.getBoundingClientRect().top - listTop
  const wanted = tops.of(
    items.map(({ start }) => start),
    index,
  )
  const supposed = placing.heights.supposed()
  const notes = items.map(
    ({ key }, number): MarginNote => ({
      id: key,
      wanted: (wanted[number] ?? 0) + shift,
      height: placing.heights.of(key) ?? supposed,
    }),
  )
  const placed = layOutMargin(notes, { gap, activeId: activeKey })
  list.dataset.placed = ''
  const height = marginHeight(notes, placed)
  if (placing.height !== height) list.style.height = `${height}px`
  placing.height = height
  for (const [key, element] of elements) setTop(placing, element, Math.round(placed.get(key) ?? 0))
  if (items.length > mostDrawn) tellNear(placing, elements, notesWithin(notes, placed, aroundScreen(listTop)))
}

function elementsOf({ list, drawn, keys, heights }: Placing): ReadonlyMap<string, HTMLElement> {
  const elements = new Map<string, HTMLElement>()
  for (const [number, { key }] of drawn.entries()) {
    const element = list.children[number]
    if (!(element instanceof HTMLElement)) continue
    elements.set(key, element)
    keys.set(element, key)
    if (heights.of(key) === undefined) heights.set(key, element.offsetHeight)
  }
  return elements
}

function setTop({ set }: Placing, element: HTMLElement, top: number) {
  if (set.get(element) === top) return
  element.style.setProperty('top', `${top}px`)
  set.set(element, top)
}

/** A screen and a half above and below; whoever scrolls has notes placed anew every half screen. */
function aroundScreen(listTop: number): { from: number; to: number } {
  const { innerHeight } = window
  return { from: -listTop - 1.5 * innerHeight, to: -listTop + 2.5 * innerHeight }
}

function tellNear(placing: Placing, elements: ReadonlyMap<string, HTMLElement>, near: Set<string>) {
  // The focus must not fall out of the page because somebody scrolls.
  const focused = document.activeElement
  for (const [key, element] of elements) if (element.contains(focused)) near.add(key)
  if (near.size === placing.near.size && [...near].every(key => placing.near.has(key))) return
  placing.near = near
  placing.onNear(near)
}

function everyHalfScreen(listener: () => void): () => void {
  let placedAt = window.scrollY
  const scrolled = () => {
    if (Math.abs(window.scrollY - placedAt) < window.innerHeight / 2) return
    placedAt = window.scrollY
    listener()
  }
  window.addEventListener('scroll', scrolled, { passive: true })
  return () => window.removeEventListener('scroll', scrolled)
}

function release(list: HTMLElement) {
  delete list.dataset.placed
  list.style.removeProperty('height')
  for (const child of list.children) if (child instanceof HTMLElement) child.style.removeProperty('top')
}
