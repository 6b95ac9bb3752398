import { safeHref } from '@randnotiz/document-schema/safe-attributes'

/**
 * Makes what a person typed into an address a link may have, or null. `detmold.de` becomes `https://detmold.de`; paths
 * of this site, mail addresses and telephone numbers pass; what the renderers would leave out is refused here already.
 */
export function linkAddress(typed: string): string | null {
  const text = typed.trim()
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return safeHref(`mailto:${text}`)
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]\S*)?$/u.test(text)) return safeHref(`https://${text}`)
  return /^(https?:\/\/[^\s/]|mailto:\S|tel:\S|[/#?])/i.test(text) ? safeHref(text) : null
}
