/**
 * Image files in what was pasted or dropped. None when there are words as well: a word processor puts a picture of the
 * copied text beside the text itself. Formats that cannot be uploaded are among them, so that somebody says so.
 */
export function imagesIn(data: Pick<DataTransfer, 'files' | 'getData'>): File[] {
  const files = [...data.files].filter(({ type }) => type.startsWith('image/'))
  if (files.length === 0 || data.getData('text/plain').trim() !== '') return []
  return hasWords(data.getData('text/html')) ? [] : files
}

/** A browser's "copy image" brings markup too: an `img` and nothing to read. */
function hasWords(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return (body.textContent ?? '').trim() !== ''
}
