import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { useSyncExternalStore } from 'react'
import { annotationIdOfHash } from '../annotation-hash.js'

/** The note that the address leads to; null for none, and before the page has come to life. */
export function useHashNote(): AnnotationId | null {
  return useSyncExternalStore(
    subscribe,
    () => annotationIdOfHash(location.hash),
    () => null,
  )
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
