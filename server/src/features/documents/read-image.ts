import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import sharp from 'sharp'

/** Ready to be stored and served: WebP without metadata. */
export type ReadImage = { bytes: Buffer; width: number; height: number }

const widest = 1_600
/** A strip longer than this is not a picture for a text. */
const highest = 6_400
/** A file of a few kilobytes can unpack to gigabytes; counted before anything is unpacked. */
const mostPixels = 60_000_000

const ascii = (bytes: Uint8Array, start: number, end: number) =>
  Buffer.from(bytes.subarray(start, end)).toString('latin1')

/** By its first bytes, whatever the sender says it is. SVG can carry scripts and is none of them. */
function isKnownFormat(bytes: Uint8Array): boolean {
  const isPng = ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n'
  const isJpeg = ascii(bytes, 0, 3) === '\xff\xd8\xff'
  const isWebp = ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP'
  return isPng || isJpeg || isWebp
}

/** Decodes, turns upright, shrinks and re-encodes; nothing of the file as it was sent is kept, not the place of a photo. */
export async function readImage(bytes: Uint8Array): Promise<Result<ReadImage>> {
  if (!isKnownFormat(bytes)) return refuse('documents/image-unreadable')
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    const { width, height } = await image.metadata()
    if (width * height > mostPixels) return refuse('documents/image-too-large')
    const { data, info } = await image
      .autoOrient()
      .resize({ width: widest, height: highest, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    return accept({ bytes: data, width: info.width, height: info.height })
  } catch (error) {
    const tooLarge = error instanceof Error && /pixel limit/.test(error.message)
    return refuse(tooLarge ? 'documents/image-too-large' : 'documents/image-unreadable')
  }
}
