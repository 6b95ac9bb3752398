import type { ReactNode } from 'react'

/** For pages that need the whole window: they bring their own way back. */
export function BareFrame({ children }: { children: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className="bare">
      {children}
    </main>
  )
}
