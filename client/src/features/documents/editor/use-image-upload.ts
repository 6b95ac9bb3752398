import type { StoredImage } from '@randnotiz/contract/documents/image'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import { useEffect, useState } from 'react'
import { uploadImageFile } from './upload-image.js'

/**
 * An image on its way into the text.
 *
 *   empty ── chosen ──▶ uploading ──▶ stored ── another chosen ──▶ uploading
 *                        │     ▲
 *                        ▼     │ tried again, or another chosen
 *                       refused
 */
export type UploadState =
  | { kind: 'empty' }
  | { kind: 'uploading'; file: File }
  | { kind: 'refused'; file: File; refusal: Refusal }
  | { kind: 'stored'; image: StoredImage }

/** Uploads the chosen file; an upload that nobody waits for any more is broken off. */
export function useImageUpload(documentId: DocumentId, first: File | null) {
  const [state, setState] = useState<UploadState>(
    first === null ? { kind: 'empty' } : { kind: 'uploading', file: first },
  )
  const file = state.kind === 'uploading' ? state.file : null
  useEffect(() => {
    if (file === null) return
    const abort = new AbortController()
    uploadImageFile({ documentId, file, signal: abort.signal }).then(result => {
      if (abort.signal.aborted) return
      setState(
        result.ok
          ? { kind: 'stored', image: result.value }
          : { kind: 'refused', file, refusal: result.refusal },
      )
    })
    return () => abort.abort()
  }, [documentId, file])
  return { state, choose: (chosen: File) => setState({ kind: 'uploading', file: chosen }) }
}
