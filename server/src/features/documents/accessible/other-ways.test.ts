import { ok } from 'node:assert/strict'
import { request } from 'node:http'
import { videoLimit } from '@randnotiz/contract/documents/accessible'
import {
  changePlainText,
  changeSignLanguage,
  getOtherWaysDesk,
  getPlainText,
  getSignLanguage,
  removeVideo,
  uploadVideo,
} from '@randnotiz/contract/documents/accessible-endpoints'
import type { Result } from '@randnotiz/contract/kit/result'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'

let app: TestApp
let cookie: string
let documentId: string
const slug = 'nudging'

beforeAll(async () => {
  app = await startTestApp({ clientDist: '' })
  cookie = await app.signIn(demoPeople.jonas)
  documentId = (await readDocument(app.url, slug)).document.id
})
afterAll(() => app.close())

function accepted<Value>(result: Result<Value>): Value {
  ok(result.ok, JSON.stringify(result))
  return result.value
}

/** The beginning of an MP4 file, and so many bytes that say where they stand. */
function video(size: number): Uint8Array {
  const bytes = new Uint8Array(size).map((_, place) => place % 251)
  bytes.set(Buffer.from('\0\0\0\x18ftypmp42', 'latin1'))
  return bytes
}

const upload = (body: Uint8Array, type = 'video/mp4', given: string | undefined = cookie) =>
  callEndpoint(app.url, uploadVideo, {
    params: { documentId },
    body,
    type,
    ...(given === undefined ? {} : { cookie: given }),
  })

/** Sends a video piece by piece, and hangs up when all of them are out though it had promised more; answers the status. */
function sendVideo({ size, length }: { size: number; length?: number }): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { pathname } = new URL(`/api/documents/${documentId}/sign/video`, app.url)
    const headers = {
      'Content-Type': 'video/mp4',
      Origin: app.url,
      Cookie: cookie,
      ...(length === undefined ? {} : { 'Content-Length': length }),
    }
    const sending = request(app.url, { method: 'POST', path: pathname, headers }, response => {
      response.resume()
      resolve(response.statusCode)
      sending.destroy()
    })
    sending.on('error', reject)
    const piece = video(1024 * 1024)
    let left = size
    const send = () => {
      while (left > 0 && !sending.destroyed) {
        const goesOn = sending.write(piece.subarray(0, Math.min(left, piece.length)))
        left -= Math.min(left, piece.length)
        if (!goesOn) return void sending.once('drain', send)
      }
      if (length !== undefined && length > size) sending.destroy()
      else sending.end()
    }
    send()
  })
}

const sign = (body: object) =>
  callEndpoint(app.url, changeSignLanguage, { params: { documentId }, body, cookie })

const waysOf = async () => (await readDocument(app.url, slug)).otherWays

describe('a text in plain language', () => {
  it('is there for everybody once staff have written it, and can be taken away', async () => {
    const change = async (markdown: string) =>
      accepted(
        await callEndpoint(app.url, changePlainText, { params: { documentId }, body: { markdown }, cookie }),
      )
    expect(await callEndpoint(app.url, getPlainText, { params: { slug } })).toMatchObject({ ok: false })
    await change('# Wege\n\nViele Leute fahren Auto.\nAndere nicht. <script>\n\n- eins\n- zwei')
    expect((await waysOf()).plain).toBe(true)
    const { plain } = accepted(await callEndpoint(app.url, getPlainText, { params: { slug } }))
    expect(plain.en).toBeNull()
    expect(plain.de?.html).toMatch(
      /^<h2 id="[^"]+">Wege<\/h2><p id="[^"]+">Viele Leute fahren Auto\.<br>Andere nicht\. &lt;script&gt;<\/p><ul/,
    )
    await change('')
    expect((await waysOf()).plain).toBe(false)
  })

  it('is there in two languages, each changed by itself', async () => {
    const change = async (body: object) =>
      accepted(await callEndpoint(app.url, changePlainText, { params: { documentId }, body, cookie }))
    await change({ english: 'Many people go by car.' })
    expect((await waysOf()).plain).toBe(true)
    await change({ markdown: 'Viele fahren Auto.' })
    const { plain } = accepted(await callEndpoint(app.url, getPlainText, { params: { slug } }))
    expect([plain.de?.html, plain.en?.html]).toEqual([
      expect.stringContaining('Viele fahren Auto.'),
      expect.stringContaining('Many people go by car.'),
    ])
    const desk = await change({ markdown: '' })
    expect([desk.plain, desk.plainEnglish]).toEqual(['', 'Many people go by car.'])
    await change({ english: '' })
    expect(await callEndpoint(app.url, getPlainText, { params: { slug } })).toMatchObject({ ok: false })
  })
})

describe('a video in sign language', () => {
  const size = 2 * 1024 * 1024 + 777

  it('is kept whole, and played from wherever a player asks', async () => {
    const bytes = video(size)
    const { src } = accepted(await upload(bytes)).sign.video ?? { src: '' }
    expect((await waysOf()).sign).toBe(true)
    const whole = await fetch(app.url + src)
    expect(whole.headers.get('Content-Type')).toBe('video/mp4')
    expect(whole.headers.get('Accept-Ranges')).toBe('bytes')
    expect(Buffer.from(await whole.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
    for (const [from, to] of [
      [0, 0],
      [1024 * 1024 - 3, 1024 * 1024 + 3],
      [size - 5, size - 1],
    ] as const) {
      const part = await fetch(app.url + src, { headers: { Range: `bytes=${from}-${to}` } })
      expect(part.status).toBe(206)
      expect(part.headers.get('Content-Range')).toBe(`bytes ${from}-${to}/${size}`)
      expect(Buffer.from(await part.arrayBuffer())).toEqual(Buffer.from(bytes.slice(from, to + 1)))
    }
    const outside = await fetch(app.url + src, { headers: { Range: `bytes=${size}-` } })
    expect([outside.status, outside.headers.get('Content-Range')]).toEqual([416, `bytes */${size}`])
    expect((await fetch(app.url + src.replace('.mp4', '.webm'), { redirect: 'manual' })).status).not.toBe(200)
  })

  it('has captions, which can be mended under another address', async () => {
    const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nGuten Tag.\n'
    const first = accepted(await sign({ captions, link: null })).sign.video?.captions ?? ''
    expect(await (await fetch(app.url + first)).text()).toBe(captions)
    const mended = accepted(await sign({ captions: `${captions}\n`, link: null })).sign.video?.captions
    expect(mended).not.toBe(first)
    expect(accepted(await sign({ link: null })).sign.video?.captions).toBe(mended)
    expect(await sign({ captions: '1\n00:00:00,000 --> 00:00:02,000\nSRT', link: null })).toMatchObject({
      refusal: { code: 'documents/captions-unreadable', field: 'captions' },
    })
  })

  it('goes when another one comes, or none', async () => {
    const before = accepted(await callEndpoint(app.url, getOtherWaysDesk, { params: { slug }, cookie })).sign
      .video?.src
    const after = accepted(await upload(video(1_000))).sign.video
    expect(after?.captions).toBeNull()
    expect((await fetch(app.url + before)).status).not.toBe(200)
    accepted(await callEndpoint(app.url, removeVideo, { params: { documentId }, cookie }))
    expect(await callEndpoint(app.url, getSignLanguage, { params: { slug } })).toMatchObject({ ok: false })
  })

  it('may stand elsewhere, at an address without scripts', async () => {
    const link = 'https://video.example.org/nudging'
    expect(accepted(await sign({ link })).sign).toEqual({ video: null, link })
    for (const wrong of ['javascript:alert(1)', 'http://video.example.org', 'video'])
      expect(await sign({ link: wrong })).toMatchObject({
        refusal: { code: 'request/invalid', field: 'link' },
      })
    accepted(await sign({ link: null }))
  })

  it('is taken in as it arrives, however large; too large or cut off, the one before stays', async () => {
    const large = 30 * 1024 * 1024
    const before = accepted(await upload(video(large))).sign.video
    expect(before?.bytes).toBe(large)
    const tooLarge = (length: number | null) =>
      sendVideo({ size: videoLimit + 1, ...(length === null ? {} : { length }) })
    expect(await tooLarge(videoLimit + 1)).toBe(413)
    expect(await tooLarge(null)).toBe(413)
    await expect(sendVideo({ size: 5 * 1024 * 1024, length: 9 * 1024 * 1024 })).rejects.toThrow()
    expect(accepted(await callEndpoint(app.url, getSignLanguage, { params: { slug } })).sign.video).toEqual(
      before,
    )
    accepted(await callEndpoint(app.url, removeVideo, { params: { documentId }, cookie }))
  }, 60_000)

  it('is refused when it is none, and when whoever sends it may not', async () => {
    expect(await upload(new Uint8Array(500))).toMatchObject({
      refusal: { code: 'documents/video-unreadable' },
    })
    expect(await upload(Buffer.from('<svg onload="x">'))).toMatchObject({ ok: false })
    expect(await upload(video(100), 'text/html')).toMatchObject({ refusal: { code: 'request/invalid' } })
    const heidi = await app.signIn(demoPeople.heidi)
    expect(await upload(video(100), 'video/mp4', heidi)).toMatchObject({
      refusal: { code: 'accounts/not-permitted' },
    })
    expect(await callEndpoint(app.url, getOtherWaysDesk, { params: { slug }, cookie: heidi })).toMatchObject({
      refusal: { code: 'accounts/not-permitted' },
    })
  })
})
