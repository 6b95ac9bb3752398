import type { DraftMark } from './draft-line.js'
import { attributeOf, childrenOf, type HtmlElement, isElement } from './tree.js'

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** What their words look like cannot be kept. */
export const lostForms = named('u ins s strike del sub sup mark code kbd samp small big font')

/** Say nothing of the text. */
export const silent = named('head style template noscript title meta link base colgroup rp rt')

/** Do something, or show something from elsewhere. */
export const active = named('script iframe frame frameset object embed applet audio video canvas svg math')

/** Parts of forms. */
export const controls = named('input textarea select button progress meter output datalist')

/** Become blocks of ours, beside headings. */
export const blockElements = named('ul menu ol blockquote table hr img pre')

/** Stand in lines of their own. */
export const paragraphs = named(
  `p div section article main header footer aside nav address figure figcaption details summary dl dt dd center fieldset legend
form body html hgroup search caption tr td th thead tbody tfoot li`.replace(/\n/g, ' '),
)

const bold: DraftMark = { type: 'bold' }
const italic: DraftMark = { type: 'italic' }

/** A map: an element may be called `constructor`. */
export const marksOfElement: ReadonlyMap<string, DraftMark> = new Map([
  ['b', bold],
  ['strong', bold],
  ['dt', bold],
  ['i', italic],
  ['em', italic],
  ['cite', italic],
  ['dfn', italic],
  ['var', italic],
])

/** Footnotes of a Word file: their numbers stay as words, the arrows back go. */
export const isNoteLink = (address: string): boolean => /^#(?:foot|end)note-/.test(address)

export const isWayBack = (element: HtmlElement): boolean =>
  element.nodeName === 'a' && /^#(?:foot|end)note-ref-/.test(attributeOf(element, 'href') ?? '')

export const isNoteNumber = (element: HtmlElement): boolean =>
  element.nodeName === 'sup' &&
  childrenOf(element).some(child => isElement(child) && isNoteLink(attributeOf(child, 'href') ?? ''))
