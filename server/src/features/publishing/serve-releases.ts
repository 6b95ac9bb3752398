import { ReleaseId } from '@randnotiz/contract/kit/ids'
import { type Response, Router } from 'express'
import type { KeptTexts } from './storage/kept-texts.js'
import type { ReleaseRecord, ReleaseStore } from './storage/release-store.js'
import { releaseFile } from './versions/release-file.js'

type Parts = { releases: ReleaseStore; kept: KeptTexts }

type FileKind = { type: string; read(kept: KeptTexts, release: ReleaseRecord): Promise<string | Buffer> }

/** By the end of the file's name. */
const files: ReadonlyMap<string, FileKind> = new Map<string, FileKind>([
  [
    'json',
    {
      type: 'application/json; charset=utf-8',
      read: async (kept, release) => releaseFile(release, await kept.text(release.token, 'content')),
    },
  ],
  ['txt', { type: 'text/plain; charset=utf-8', read: (kept, { token }) => kept.text(token, 'text') }],
  ['yjs', { type: 'application/octet-stream', read: (kept, { token }) => kept.bytes(token, 'state') }],
])

/** Releases as files, at `/fassungen/<id>.json`, `.txt` and `.yjs`. An id stands for the same bytes for ever. */
export function serveReleases({ releases, kept }: Parts): Router {
  const router = Router()
  router.get('/fassungen/:name', async (request, response, next) => {
    const [name = '', extension = '', ...more] = request.params.name.split('.')
    const id = ReleaseId.safeParse(name)
    const kind = files.get(extension)
    if (!id.success || kind === undefined || more.length > 0) return next()
    const release = await releases.byId(id.data)
    if (release === null) return next()
    send(response, kind.type, await kind.read(kept, release))
  })
  return router
}

function send(response: Response, type: string, body: string | Buffer): void {
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.type(type).send(body)
}
