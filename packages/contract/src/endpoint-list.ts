import { getViewer, signIn, signOut, signUp } from './accounts/endpoints.js'
import {
  getTextState,
  listAnnotations,
  listAttachments,
  postAnnotation,
  postAttachment,
  postReply,
} from './annotations/endpoints.js'
import { getDocument, uploadImage } from './documents/endpoints.js'
import type { Endpoint } from './kit/endpoint.js'
import { getHome } from './publishing/endpoints.js'

/** Every endpoint there is; a test on the server holds it against what is mounted. */
export const endpointList: readonly Endpoint[] = [
  getViewer,
  signIn,
  signUp,
  signOut,
  getHome,
  getDocument,
  uploadImage,
  listAnnotations,
  postAnnotation,
  postReply,
  postAttachment,
  listAttachments,
  getTextState,
]
