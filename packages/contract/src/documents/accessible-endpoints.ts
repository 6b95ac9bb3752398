import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { FileStream } from '../kit/file-stream.js'
import { DocumentId, Slug } from '../kit/ids.js'
import {
  captionsLimit,
  OtherWaysDesk,
  PlainText,
  plainTextLimit,
  SignLanguage,
  VideoLink,
} from './accessible.js'
import { DocumentSummary } from './document.js'

const bySlug = z.object({ slug: Slug })
const byId = z.object({ documentId: DocumentId })

export const getPlainText = endpoint({
  name: 'getPlainText',
  method: 'GET',
  path: '/api/documents/:slug/plain',
  params: bySlug,
  response: z.object({
    document: DocumentSummary,
    /** German (Leichte Sprache) and English; never both null. */
    plain: z.object({ de: PlainText.nullable(), en: PlainText.nullable() }),
  }),
})

export const getSignLanguage = endpoint({
  name: 'getSignLanguage',
  method: 'GET',
  path: '/api/documents/:slug/sign',
  params: bySlug,
  response: z.object({ document: DocumentSummary, sign: SignLanguage }),
})

/** For staff, like everything below. */
export const getOtherWaysDesk = endpoint({
  name: 'getOtherWaysDesk',
  method: 'GET',
  path: '/api/documents/:slug/other-ways',
  params: bySlug,
  response: OtherWaysDesk,
})

/** An empty text takes the version away; what is left out stays as it is. */
export const changePlainText = endpoint({
  name: 'changePlainText',
  method: 'PUT',
  path: '/api/documents/:documentId/plain',
  params: byId,
  body: z.object({
    markdown: z.string().trim().max(plainTextLimit).optional(),
    english: z.string().trim().max(plainTextLimit).optional(),
  }),
  response: OtherWaysDesk,
})

/** The request's body is the video file itself, its `Content-Type` one of `videoTypes`. */
export const uploadVideo = endpoint({
  name: 'uploadVideo',
  method: 'POST',
  path: '/api/documents/:documentId/sign/video',
  params: byId,
  body: FileStream,
  response: OtherWaysDesk,
  patience: 300_000,
})

export const removeVideo = endpoint({
  name: 'removeVideo',
  method: 'DELETE',
  path: '/api/documents/:documentId/sign/video',
  params: byId,
  response: OtherWaysDesk,
})

/** Captions of the video in WebVTT, and an address elsewhere; empty captions take them away. */
export const changeSignLanguage = endpoint({
  name: 'changeSignLanguage',
  method: 'PUT',
  path: '/api/documents/:documentId/sign',
  params: byId,
  body: z.object({ captions: z.string().max(captionsLimit).optional(), link: VideoLink }),
  response: OtherWaysDesk,
})
