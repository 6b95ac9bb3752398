const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that no XML document may contain (XML 1.0, production 2), lone surrogates among them. */
const outside = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

/** A text for XML, inside of elements and of attributes in double quotes. */
export function xmlText(text: string): string {
  return text.replace(outside, '').replace(/[&<>"]/g, sign => escapes[sign] ?? sign)
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
