import type { TextLine } from './annotated-text.js'

export type LineWindow = {
  /** These are the lines now. */
  watch(lines: readonly TextLine[]): void
  isNear(element: Element): boolean
  stop(): void
}

/** Knows which lines are on the screen or within a screen's height of it; calls back when that changes. */
export function watchLines(onChange: () => void): LineWindow {
  const near = new Set<Element>()
  let watched = new Set<Element>()
  const observer = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) near.add(target)
        else near.delete(target)
      onChange()
    },
    { rootMargin: '100% 0px' },
  )
  return {
    watch(lines) {
      const wanted = new Set<Element>(lines.map(({ element }) => element))
      for (const element of watched)
        if (!wanted.has(element)) {
          observer.unobserve(element)
          near.delete(element)
        }
      for (const element of wanted) if (!watched.has(element)) observer.observe(element)
      watched = wanted
    },
    isNear: element => near.has(element),
    stop: () => observer.disconnect(),
  }
}
