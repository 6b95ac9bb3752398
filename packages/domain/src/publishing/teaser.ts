/** About so many characters of a text stand in a list. */
const most = 240

/** The first words of a text, with an ellipsis where it goes on; never half a word unless the first is that long. */
export function teaserOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const end = cut.lastIndexOf(' ')
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[\s,;:–-]+$/, '')} …`
}
