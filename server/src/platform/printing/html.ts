const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text in HTML, inside of elements and of attributes in double quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, sign => escapes[sign] ?? sign)

export const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map(one => `<p>${escapeHtml(one).replaceAll('\n', '<br>')}</p>`)
    .join('')

/**
 * Bold without a meaning of its own: Chromium tags `strong` and `em` in PDF by names of PDF 2.0, in a file that says it is
 * 1.4, and readers that take it at its word leave those words out.
 */
export const strong = (text: string): string => `<b>${escapeHtml(text)}</b>`

/** The same for HTML that was made elsewhere. */
export const printable = (html: string): string =>
  html.replace(/<(\/?)strong>/g, '<$1b>').replace(/<(\/?)em>/g, '<$1i>')
