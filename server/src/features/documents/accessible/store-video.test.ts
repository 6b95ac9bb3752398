import { afterAll, beforeAll, expect, it } from 'vitest'
import { UploadError } from '../../../platform/http/stream-body.js'
import { openTestDatabase } from '../../../testing/test-database.js'
import { type AccessibleModels, accessibleModels } from './models.js'
import { storeVideo } from './store-video.js'
import { chunkBytes, VideoBytes } from './video-bytes.js'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let models: AccessibleModels
let videos: VideoBytes
beforeAll(async () => {
  database = await openTestDatabase()
  models = accessibleModels(database.connection)
  videos = new VideoBytes(models)
})
afterAll(() => database.close())

const beginning = Buffer.from('\0\0\0\x18ftypmp42', 'latin1')
const chunks = () => models.videoChunks.countDocuments()

async function* arriving(parts: readonly Uint8Array[], end?: Error) {
  yield* parts
  if (end) throw end
}

it('keeps what arrives, in chunks', async () => {
  const stored = await storeVideo(videos, arriving([beginning, Buffer.alloc(2 * chunkBytes)]))
  expect(stored).toMatchObject({
    ok: true,
    value: { type: 'video/mp4', bytes: 2 * chunkBytes + beginning.length },
  })
  expect(await chunks()).toBe(3)
  if (stored.ok) await videos.remove(stored.value.id)
})

it('leaves nothing of what was cut off, too large, or no video', async () => {
  const large = [beginning, Buffer.alloc(3 * chunkBytes)]
  await expect(storeVideo(videos, arriving(large, new UploadError('cut off', 400)))).rejects.toThrow(
    'cut off',
  )
  expect(await storeVideo(videos, arriving(large, new UploadError('too large', 413)))).toMatchObject({
    refusal: { code: 'documents/video-too-large' },
  })
  for (const parts of [[], [Buffer.alloc(2 * chunkBytes)]])
    expect(await storeVideo(videos, arriving(parts))).toMatchObject({
      refusal: { code: 'documents/video-unreadable' },
    })
  expect(await chunks()).toBe(0)
})
