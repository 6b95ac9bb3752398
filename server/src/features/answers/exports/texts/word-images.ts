import sharp from 'sharp'
import type { WordImage } from '../../../../platform/office/word-image.js'

/** The images of a text as Word can show them: it knows no WebP. One that is not there keeps its description. */
export async function wordImages(
  html: string,
  imageAt: (src: string) => Promise<Buffer | null>,
): Promise<Map<string, WordImage>> {
  const images = new Map<string, WordImage>()
  for (const [, src = ''] of html.matchAll(/<img[^>]* src="(\/media\/[^"]+)"/g)) {
    const bytes = images.has(src) ? null : await imageAt(src)
    if (bytes !== null) images.set(src, await asWordImage(bytes))
  }
  return images
}

async function asWordImage(webp: Buffer): Promise<WordImage> {
  const image = sharp(webp)
  const { hasAlpha } = await image.metadata()
  const type = hasAlpha ? 'png' : 'jpeg'
  const { data, info } = await image.toFormat(type, { quality: 88 }).toBuffer({ resolveWithObject: true })
  return { bytes: data, type, width: info.width, height: info.height }
}
