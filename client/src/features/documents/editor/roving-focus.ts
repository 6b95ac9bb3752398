import { type FocusEvent, type KeyboardEvent, useState } from 'react'

/**
 * One tab stop for a whole toolbar (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/): arrow keys, Home and End move
 * between its buttons, and Tab comes back to the one that was used last. Buttons that cannot be pressed right now are
 * passed like the others: whoever cannot see the toolbar learns what is there.
 */
export function nextStop(stop: { key: string; current: number; count: number }): number | null {
  const { key, current, count } = stop
  switch (key) {
    case 'ArrowRight':
      return (current + 1) % count
    case 'ArrowLeft':
      return (current + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

const buttonsOf = (toolbar: HTMLElement) => [...toolbar.querySelectorAll('button')]

/** Props for the toolbar, and the name of the button that is its tab stop. */
export function useRovingFocus(first: string) {
  const [tabStop, setTabStop] = useState(first)
  return {
    tabStop,
    toolbarProps: {
      onFocus: ({ target }: FocusEvent) => {
        if (target instanceof HTMLButtonElement && target.name) setTabStop(target.name)
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const buttons = buttonsOf(event.currentTarget)
        if (!(event.target instanceof HTMLButtonElement)) return
        const current = buttons.indexOf(event.target)
        const next = nextStop({ key: event.key, current, count: buttons.length })
        if (next === null) return
        event.preventDefault()
        buttons[next]?.focus()
      },
    },
  }
}
