import type { ReactNode } from 'react'
import { classNames } from './class-names.js'

export type BadgeTone = 'neutral' | 'accent' | 'note' | 'success' | 'warning'

/** A word or two about the state of something. The tone only underlines what the word says. */
export function Badge({ tone = 'neutral', icon, children, className }: BadgeProps) {
  return (
    <span className={classNames('badge', `badge--${tone}`, className)}>
      {icon}
      {children}
    </span>
  )
}

export type BadgeProps = { tone?: BadgeTone; icon?: ReactNode; children: ReactNode; className?: string }
