/** Puts images of ours into HTML that has to stand by itself; one that is not there keeps its description. */
export async function inlineImages(
  html: string,
  imageAt: (src: string) => Promise<Buffer | null>,
): Promise<string> {
  const images = new Map<string, string>()
  for (const [, src = ''] of html.matchAll(/<img[^>]* src="(\/media\/[^"]+)"/g)) {
    const bytes = images.has(src) ? null : await imageAt(src)
    if (bytes !== null) images.set(src, `data:image/webp;base64,${bytes.toString('base64')}`)
  }
  return html.replace(/ src="(\/media\/[^"]+)"/g, (whole, src: string) => {
    const data = images.get(src)
    return data === undefined ? whole : ` src="${data}"`
  })
}
