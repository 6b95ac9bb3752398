import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

// Tells React that `act` is meant.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

export type Rendered = {
  page: HTMLElement
  /** The one element that fits; throws when there is none. */
  find<E extends HTMLElement = HTMLElement>(selector: string): E
  again(node: ReactNode): Promise<void>
  unmount(): Promise<void>
}

/** Renders into the document of the test, as a browser would. */
export async function render(node: ReactNode): Promise<Rendered> {
  const page = document.body.appendChild(document.createElement('div'))
  const root = createRoot(page)
  await act(async () => root.render(node))
  return {
    page,
    find<E extends HTMLElement>(selector: string) {
      const element = page.querySelector<E>(selector)
      if (element === null) throw new Error(`no ${selector} in ${page.innerHTML}`)
      return element
    },
    again: next => act(async () => root.render(next)),
    unmount: () => act(async () => root.unmount()),
  }
}
