import { parseFragment } from 'parse5'
import { childrenOf, type HtmlNode, isElement, isText } from './html-tree.js'

const lineTags = new Set([
  'p',
  'div',
  'li',
  'br',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
])
const silentTags = new Set(['script', 'style', 'template', 'head', 'title', 'noscript', 'iframe'])

/** The words of a piece of HTML, with line ends where its blocks end; nothing of its tags, scripts and styles. */
export function plainTextOf(html: string): string {
  let text = ''
  const todo: HtmlNode[] = [...childrenOf(parseFragment(html))].reverse()
  // By hand instead of by recursion: HTML of others may be nested as deep as it likes.
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (isText(node)) text += node.value.replace(/\s+/g, ' ')
    if (!isElement(node) || silentTags.has(node.tagName)) continue
    if (lineTags.has(node.tagName) && !text.endsWith('\n')) text += '\n'
    todo.push(...node.childNodes.toReversed())
  }
  return text.replace(/ *\n */g, '\n').trim()
}
