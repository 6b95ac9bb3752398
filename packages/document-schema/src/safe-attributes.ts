/**
 * What may become an attribute of a page. A document comes from many hands (editors, imports, foreign clients), so
 * each value is judged where it is rendered, not where it was typed: a rule takes the stored value and answers with
 * the attribute's text, or with null for "leave it out". Nothing here depends on a DOM.
 */

/** Schemes a link may use; everything else, `javascript:` and `data:` first, renders as a link that leads nowhere. */
const linkSchemes = new Set(['http', 'https', 'mailto', 'tel'])

/** White space and control characters: browsers skip some of them when they read a scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const blankOrControl = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/

const linkLimit = 2_048

/** An absolute address with a safe scheme, or a path, query or fragment on this site. */
export function safeHref(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const href = value.trim()
  if (href === '' || href.length > linkLimit || blankOrControl.test(href)) return null
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]
  if (scheme !== undefined) return linkSchemes.has(scheme.toLowerCase()) ? href : null
  return /^(?:\/(?![/\\])|[#?])/.test(href) ? href : null
}

/** An uploaded image of this site: below `/media/`, no way out of it. */
export function safeMediaSrc(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 512) return null
  return /^\/media\/[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/.test(value)
    ? value
    : null
}

/** A whole number within the bounds, as text. */
export function wholeNumber(value: unknown, { from, to }: { from: number; to: number }): string | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to
    ? String(value)
    : null
}

const blockIdPattern = /^[A-Za-z0-9_-]{1,64}$/

/** A block id as stored, or null when it is missing or not of the agreed form. */
export function safeBlockId(value: unknown): string | null {
  return typeof value === 'string' && blockIdPattern.test(value) ? value : null
}

/** Pixels of one step of column width; a strict content policy allows classes, not inline styles. */
export const columnWidthStep = 40
export const columnWidthSteps = 20

/** `column-width-1` … `column-width-20` for a cell's widths in pixels, one per column that it spans. */
export function columnWidthClass(value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const pixels = value.reduce<number>(
    (sum, width) => sum + (typeof width === 'number' ? width : Number.NaN),
    0,
  )
  if (!(pixels > 0)) return null
  const steps = Math.round(pixels / columnWidthStep)
  return `column-width-${Math.min(columnWidthSteps, Math.max(1, steps))}`
}

/** `align-center` or `align-right`; left is how a cell stands anyway. */
export function alignClass(value: unknown): string | null {
  return value === 'center' || value === 'right' ? `align-${value}` : null
}
