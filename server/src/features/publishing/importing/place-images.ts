import type { Loss } from '@randnotiz/contract/publishing/text-file'
import { type DraftNode, type FileImage, numberOfPlace } from './reading/file-jobs.js'

/** What an image became: where it is served from, and its size in pixels. Null for one that could not be stored. */
export type PlacedImage = { src: string; width: number; height: number } | null

/** The draft with its images where they are served from; those that could not be stored are left out. */
export function placeImages(node: DraftNode, placed: readonly PlacedImage[]): DraftNode {
  if (node.content === undefined) return node
  const content = node.content.flatMap(child => {
    const number = child.type === 'image' ? numberOfPlace(child.attrs?.src) : null
    if (number === null) return [placeImages(child, placed)]
    const image = placed[number]
    return image ? [{ ...child, attrs: { ...child.attrs, ...image } }] : []
  })
  // Whatever held nothing but such an image still needs a block.
  const empty = content.length === 0 && node.content.length > 0
  return { ...node, content: empty ? [{ type: 'paragraph' }] : content }
}

export const lossOfImage = ({ alt, under }: FileImage): Loss => ({
  kind: 'image',
  under,
  words: alt,
  count: 1,
})
