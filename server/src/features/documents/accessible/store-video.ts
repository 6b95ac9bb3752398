import type { FileStream } from '@randnotiz/contract/kit/file-stream'
import { VideoId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { UploadError } from '../../../platform/http/stream-body.js'
import { newId } from '../../../platform/mongo/ids.js'
import { inPieces } from './in-pieces.js'
import type { StoredVideo } from './other-ways-store.js'
import { recogniseVideo } from './recognise-video.js'
import { chunkBytes, type VideoBytes } from './video-bytes.js'

/** Keeps a video while it arrives. What was cut off, is too large, or is no video, leaves nothing behind. */
export async function storeVideo(
  videos: VideoBytes,
  file: FileStream,
): Promise<Result<Omit<StoredVideo, 'captions'>>> {
  const id = newId(VideoId)
  const pieces = inPieces(file, chunkBytes)
  try {
    const { value: first } = await pieces.next()
    const type = first ? recogniseVideo(first) : null
    if (!first || type === null) return refuse('documents/video-unreadable')
    return accept({ id, type, bytes: await videos.write(id, first, pieces) })
  } catch (error) {
    await videos.remove(id)
    if (error instanceof UploadError && error.status === 413) return refuse('documents/video-too-large')
    throw error
  }
}
