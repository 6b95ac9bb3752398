import type { HTMLAttributes } from 'react'
import { classNames } from './class-names.js'

export type CardProps = HTMLAttributes<HTMLElement> & {
  as?: 'article' | 'section' | 'div'
  /** The card's one link covers it all: give that link the class `card__link`. */
  clickable?: 'whole'
}

/** A sheet of paper on the table. */
export function Card({ as: Element = 'div', clickable, className, ...rest }: CardProps) {
  return <Element {...rest} className={classNames('card', clickable && 'card--clickable', className)} />
}
