import type { ReactNode } from 'react'
import './page-section.css'

type Props = { id: string; title: string; intro?: string; tone?: 'plain' | 'sheet'; children: ReactNode }

/** A titled part of a page that can be linked to. */
export function PageSection({ id, title, intro, tone = 'plain', children }: Props) {
  return (
    <section className={`page-section page-section--${tone}`} aria-labelledby={id}>
      <div className="page-section__inner">
        <header className="page-section__head">
          <h2 id={id}>{title}</h2>
          {intro !== undefined && <p className="page-section__intro">{intro}</p>}
        </header>
        {children}
      </div>
    </section>
  )
}
