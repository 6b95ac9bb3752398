import { xmlText } from './xml.js'

/** An image as Word can show it. `width` and `height` are pixels. */
export type WordImage = { bytes: Uint8Array; type: 'png' | 'jpeg'; width: number; height: number }

/** An image that a file holds: the id of its relationship, and a number of its own in the file. */
export type PlacedImage = Pick<WordImage, 'width' | 'height'> & { relationship: string; number: number }

const pixel = 9_525
const twentiethOfPoint = 635
/** Two thirds of a page: what is higher would stand on a page alone, or be cut. */
const mostHeight = 6_400_000

/** A run that shows an image no wider than `width`, in twentieths of a point (ECMA-376, part 1, DrawingML). */
export function drawing(
  image: PlacedImage,
  { description, width }: { description: string; width: number },
): string {
  const [wide, high] = [image.width * pixel, image.height * pixel]
  const scale = Math.min(1, (width * twentiethOfPoint) / wide, mostHeight / high)
  const extent = `cx="${Math.round(wide * scale)}" cy="${Math.round(high * scale)}"`
  const named = `id="${image.number}" name="image${image.number}" descr="${xmlText(description)}"`
  const fill = `<pic:blipFill><a:blip r:embed="${image.relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`
  const shape = `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`
  const picture = `<pic:pic xmlns:pic="${pictures}"><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>${fill}${shape}</pic:pic>`
  return `<w:r><w:drawing><wp:inline xmlns:wp="${placing}" distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/><wp:docPr ${named}/><a:graphic xmlns:a="${graphics}"><a:graphicData uri="${pictures}">${picture}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

const graphics = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const pictures = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
const placing = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
