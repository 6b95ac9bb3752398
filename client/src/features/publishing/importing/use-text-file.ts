import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import { readTextFile, type TextOfFile, textFileType } from '@randnotiz/contract/publishing/text-file'
import { useRef, useState } from 'react'
import { sendFile } from '../../../platform/send-file.js'

/** What shall become of a file: a text that does not exist yet, or another wording of one. */
export type TextTarget = { kind: 'new' } | { kind: 'replace'; document: DocumentSummary }

/** A file that was read, and the id of the text that it is for. */
export type ReadFile = { name: string; text: TextOfFile; documentId: DocumentId; target: TextTarget }

/**
 *   choosing ── read ──▶ reading ──▶ read ── startOver ──▶ choosing
 *   reading ── the server says no ──▶ choosing
 */
export type TextFileState =
  | { step: 'choosing'; refusal: Refusal | null }
  | { step: 'reading' }
  | { step: 'read'; file: ReadFile }

/** Has a file read by the server. Nothing changes by it. */
export function useTextFile() {
  const [state, setState] = useState<TextFileState>({ step: 'choosing', refusal: null })
  const asked = useRef<AbortController>(undefined)

  async function read(file: File, target: TextTarget) {
    asked.current?.abort()
    const asking = new AbortController()
    asked.current = asking
    const { signal } = asking
    setState({ step: 'reading' })
    const documentId = target.kind === 'new' ? newDocumentId() : target.document.id
    const input = { params: { documentId }, query: { name: file.name } }
    const answer = await sendFile(readTextFile, input, { file, type: textFileType, signal })
    if (signal.aborted) return
    setState(
      answer.ok
        ? { step: 'read', file: { name: file.name, text: answer.value, documentId, target } }
        : { step: 'choosing', refusal: answer.refusal },
    )
  }

  return { state, read, startOver: () => setState({ step: 'choosing', refusal: null }) }
}

/** Made here once for each text that somebody means; see `CreateText`. */
function newDocumentId(): DocumentId {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return DocumentId.parse(Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(''))
}
