import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { AnnotatedText } from '../painting/annotated-text.js'
import type { MarginItem } from './margin-items.js'
import { layOutMargin, type MarginNote, marginHeight } from './margin-layout.js'
import { PassageTops } from './passage-tops.js'

type Layout = {
  list: RefObject<HTMLElement | null>
  items: readonly MarginItem[]
  activeKey: string | null
  /** Null where the list is an ordinary one: without live text, and below the text on small screens. */
  text: AnnotatedText | null
}

/** Between two notes, in pixels. */
const gap = 12

/**
 * Puts the items of the list level with their passages, again whenever text, notes or window change their size, and
 * while somebody scrolls. The list's children are the items, in order. Positions are set by script and not in the
 * markup: a strict content policy allows no inline styles, and without script the list is a list.
 */
export function useMarginLayout({ list, items, activeKey, text }: Layout): void {
  const placing = useRef<Placing | null>(null)

  useLayoutEffect(() => {
    const element = list.current
    if (element === null || text === null) return
    const own: Placing = {
      list: element,
      items: [],
      activeKey: null,
      tops: new PassageTops(text),
      text,
      set: new Map(),
      heights: new WeakMap(),
      height: null,
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
      for (const { target, borderBoxSize } of entries)
        own.heights.set(target, Math.round(borderBoxSize[0]?.blockSize ?? 0))
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
  }, [list, text])

  useLayoutEffect(() => {
    if (placing.current === null || text === null) return
    const { current } = placing
    const before = current.activeKey
    Object.assign(current, { items, activeKey })
    // Both change their height with this, and are to be at their places in the same frame.
    if (before !== activeKey) for (const key of [before, activeKey]) forgetHeight(current, key)
    placeItems(current)
  }, [activeKey, items, text])
}

type Placing = {
  list: HTMLElement
  items: readonly MarginItem[]
  activeKey: string | null
  text: AnnotatedText
  tops: PassageTops
  /** What the style of each item says, so that nothing is written that it says already; the same of the list. */
  set: Map<HTMLElement, number>
  height: number | null
  /** Measured once until it changes: the page is not asked for each of thousands with every key. */
  heights: WeakMap<Element, number>
}

function forgetHeight({ list, items, heights }: Placing, key: string | null) {
  const element = list.children[items.findIndex(item => item.key === key)]
  if (element) heights.delete(element)
}

function heightOf({ heights }: Placing, element: HTMLElement | undefined): number {
  if (element === undefined) return 0
  const height = heights.get(element) ?? element.offsetHeight
  heights.set(element, height)
  return height
}

function placeItems(placing: Placing) {
  const { list, items, activeKey, text, tops, set } = placing
  const shift = text.root.getBoundingClientRect().top - list.getBoundingClientRect().top
  const elements = [...list.children].filter(child => child instanceof HTMLElement)
  const wanted = tops.of(items.map(({ start }) => start))
  const notes = items.map(
    ({ key }, number): MarginNote => ({
      id: key,
      wanted: (wanted[number] ?? 0) + shift,
      height: heightOf(placing, elements[number]),
    }),
  )
  const placed = layOutMargin(notes, { gap, activeId: activeKey })
  list.dataset.placed = ''
  const height = marginHeight(notes, placed)
  if (placing.height !== height) list.style.height = `${height}px`
  placing.height = height
  for (const [number, { key }] of items.entries()) {
    const element = elements[number]
    const top = Math.round(placed.get(key) ?? 0)
    if (element === undefined || set.get(element) === top) continue
    element.style.setProperty('top', `${top}px`)
    set.set(element, top)
  }
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
