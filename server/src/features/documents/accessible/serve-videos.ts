import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { VideoId } from '@randnotiz/contract/kit/ids'
import { type Request, type Response, Router } from 'express'
import { readByteRange } from './byte-range.js'
import type { OtherWaysStore, StoredVideo } from './other-ways-store.js'
import type { VideoBytes } from './video-bytes.js'

export type VideoParts = { ways: OtherWaysStore; videos: VideoBytes }

/** Videos, at `/media/video/<id>.mp4` or `.webm`, part by part as players ask for them, and their captions. */
export function serveVideos(parts: VideoParts): Router {
  const router = Router()
  router.get('/media/video/:name', async (request, response, next) => {
    const [name = '', extension = ''] = request.params.name.split('.')
    const id = VideoId.safeParse(name)
    const video = id.success ? await parts.ways.video(id.data) : null
    if (video === null) return next()
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    if (extension === 'vtt' && video.captions !== null)
      return void response.type('text/vtt; charset=utf-8').send(video.captions)
    if (video.type !== `video/${extension}`) return next()
    await sendVideo(parts.videos, video, { request, response })
  })
  return router
}

type Asked = { request: Request; response: Response }

async function sendVideo(
  videos: VideoBytes,
  video: StoredVideo,
  { request, response }: Asked,
): Promise<void> {
  const range = readByteRange(request.headers.range, video.bytes)
  response.setHeader('Accept-Ranges', 'bytes')
  response.type(video.type)
  if (range.kind === 'outside') {
    response.setHeader('Content-Range', `bytes */${video.bytes}`)
    response.removeHeader('Cache-Control')
    return void response.status(416).end()
  }
  const [start, end] = range.kind === 'part' ? [range.start, range.end] : [0, video.bytes - 1]
  if (range.kind === 'part') response.setHeader('Content-Range', `bytes ${start}-${end}/${video.bytes}`)
  response.setHeader('Content-Length', end - start + 1)
  response.status(range.kind === 'part' ? 206 : 200)
  if (request.method === 'HEAD') return void response.end()
  // Whoever stops watching hangs up; half a video must not look like a whole one.
  await pipeline(Readable.from(videos.read(video.id, start, end)), response).catch(() => response.destroy())
}
