import type { AnchorHTMLAttributes } from 'react'
import { type ButtonLook, buttonClass } from './button-class.js'

export type LinkButtonProps = AnchorHTMLAttributes<HTMLAnchorElement> & ButtonLook

/** A link that looks like a button: it leads somewhere, it does nothing. */
export function LinkButton({ look, size, className, ...rest }: LinkButtonProps) {
  return <a {...rest} className={buttonClass({ look, size }, className)} />
}
