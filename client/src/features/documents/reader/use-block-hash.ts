import { blockElementId } from '@randnotiz/document-schema/rendering-table'
import { useEffect } from 'react'

/** Lets short addresses lead to a block too, `#k3f…` as printed below a QR code; `#block-k3f…` needs no script. */
export function useBlockHash(): void {
  useEffect(() => {
    const follow = () => document.getElementById(blockElementId(location.hash.slice(1)))?.scrollIntoView()
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
}
