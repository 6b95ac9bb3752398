/**
 * What Tiptap needs of a browser, on globals where there is none. Only that: the whole of happy-dom would also replace
 * `URL`, `fetch` and the like, which the server in the same process needs as they are.
 */
import { Window } from 'happy-dom'

const needed = [
  'document',
  'navigator',
  'Node',
  'Element',
  'HTMLElement',
  'MutationObserver',
  'DOMParser',
  'ClipboardEvent',
  'KeyboardEvent',
  'getComputedStyle',
  'getSelection',
  'requestAnimationFrame',
  'cancelAnimationFrame',
]

const window = new Window({ url: 'http://localhost/' })
if (!('document' in globalThis)) {
  const define = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  define('window', window)
  for (const name of needed) define(name, Reflect.get(window, name))
}
