import type { ReactNode } from 'react'

type Props = { kicker: ReactNode; title: string; children?: ReactNode }

/** The head of a page about versions of a text. */
export function VersionHead({ kicker, title, children }: Props) {
  return (
    <header className="version-head">
      <p className="version-head__kicker">{kicker}</p>
      <h1 className="version-head__title">{title}</h1>
      {children}
    </header>
  )
}
