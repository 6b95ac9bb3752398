import { blockElementId } from '@randnotiz/document-schema/rendering-table'
import { useEffect } from 'react'

/**
 * Leads to a block by its address: `#block-k3f…`, which needs no script to be scrolled to, or the short `#k3f…`. The
 * focus goes along, so that keyboards and screen readers go on reading there.
 */
export function useBlockHash(): void {
  useEffect(() => {
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
}

function follow(): void {
  const name = location.hash.slice(1)
  const block = document.getElementById(name.startsWith('block-') ? name : blockElementId(name))
  if (block === null) return
  block.tabIndex = -1
  block.focus({ preventScroll: true })
  block.scrollIntoView()
}
