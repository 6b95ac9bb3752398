/**
 * The text of a release on the page, so that it can be annotated: its Yjs state is fetched once and never changes. Like
 * the live text this brings Yjs along and is loaded when the page can be read already.
 */
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { attachLightDocument } from '@randnotiz/document-schema/light-document'
import * as Y from 'yjs'
import { type LiveText, liveTextOf } from './live-text.js'

export type ReleaseSource = { id: string; number: number; root: HTMLElement; signal: AbortSignal }

/** Rejects when the state did not arrive; the page stays readable as it is. */
export async function attachReleaseText({ id, number, root, signal }: ReleaseSource): Promise<LiveText> {
  const response = await fetch(`/fassungen/${id}.yjs`, { signal })
  if (!response.ok) throw new Error(`no state of release ${number}: ${response.status}`)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
  signal.throwIfAborted()
  const light = attachLightDocument({ fragment: documentFragment(doc), root })
  signal.addEventListener('abort', () => {
    light.detach()
    doc.destroy()
  })
  return { ...liveTextOf(light, { doc, root }), releaseNumber: number }
}
