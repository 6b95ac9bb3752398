import { type RefObject, useLayoutEffect, useRef } from 'react'
import { type AnnotatedText, lineAt, linesOf } from '../painting/annotated-text.js'
import type { MarginItem } from './margin-items.js'
import { layOutMargin, type MarginNote, marginHeight } from './margin-layout.js'

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
 * Puts the items of the list level with their passages, again whenever text, notes or window change their size. The
 * list's children are the items, in order. Positions are set by script and not in the markup: a strict content policy
 * allows no inline styles, and without script the list is a list.
 */
export function useMarginLayout({ list, items, activeKey, text }: Layout): void {
  const latest = useRef({ items, activeKey })
  /** Tops of passages below the top of the text, by offset; measured once until the text changes. */
  const tops = useRef(new Map<number, number>())
  useLayoutEffect(() => {
    latest.current = { items, activeKey }
  })

  useLayoutEffect(() => {
    const element = list.current
    if (element === null || text === null) return
    let frame = 0
    const place = () => placeItems(element, { ...latest.current, text, tops: tops.current })
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(place)
    }
    const textMoved = () => {
      tops.current.clear()
      soon()
    }
    const observer = new ResizeObserver(soon)
    const textObserver = new ResizeObserver(textMoved)
    textObserver.observe(text.root)
    for (const child of element.children) observer.observe(child)
    const children = new MutationObserver(() => {
      for (const child of element.children) observer.observe(child)
      soon()
    })
    children.observe(element, { childList: true })
    const unsubscribe = text.onPatched(textMoved)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
      textObserver.disconnect()
      tops.current.clear()
      children.disconnect()
      unsubscribe()
      release(element)
    }
  }, [list, text])

  useLayoutEffect(() => {
    if (list.current && text) placeItems(list.current, { items, activeKey, text, tops: tops.current })
  }, [activeKey, items, list, text])
}

type Placing = {
  items: readonly MarginItem[]
  activeKey: string | null
  text: AnnotatedText
  tops: Map<number, number>
}

function placeItems(list: HTMLElement, { items, activeKey, text, tops }: Placing) {
  const textTop = text.root.getBoundingClientRect().top
  const shift = textTop - list.getBoundingClientRect().top
  const elements = [...list.children].filter(child => child instanceof HTMLElement)
  measureTops(text, { offsets: items.map(({ start }) => start), textTop, tops })
  const notes = items.map(
    ({ key, start }, number): MarginNote => ({
      id: key,
      wanted: (tops.get(start) ?? 0) + shift,
      height: elements[number]?.offsetHeight ?? 0,
    }),
  )
  const placed = layOutMargin(notes, { gap, activeId: activeKey })
  list.dataset.placed = ''
  list.style.height = `${marginHeight(notes, placed)}px`
  for (const [number, { key }] of items.entries())
    elements[number]?.style.setProperty('transform', `translateY(${placed.get(key) ?? 0}px)`)
}

type Measuring = { offsets: readonly number[]; textTop: number; tops: Map<number, number> }

/** Where offsets of the text stand; their line where the page does not show the words exactly. */
function measureTops(text: AnnotatedText, { offsets, textTop, tops }: Measuring) {
  const missing = offsets.filter(offset => !tops.has(offset))
  if (missing.length === 0) return
  const lines = linesOf(text)
  const { blocks } = text.flatIndex()
  for (const offset of missing) {
    const range = text.domRangesOf({ start: offset, end: offset + 1 })?.[0]
    const element = lines[lineAt(blocks, offset)]?.element ?? text.root
    tops.set(offset, (range ?? element).getBoundingClientRect().top - textTop)
  }
}

function release(list: HTMLElement) {
  delete list.dataset.placed
  list.style.removeProperty('height')
  for (const child of list.children) if (child instanceof HTMLElement) child.style.removeProperty('transform')
}
