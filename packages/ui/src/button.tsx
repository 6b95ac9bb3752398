import type { ButtonHTMLAttributes } from 'react'
import { type ButtonLook, buttonClass } from './button-class.js'
import { Spinner } from './spinner.js'

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  ButtonLook & {
    /** What is under way, for screen readers; the button takes no second press meanwhile. */
    busy?: string | null
  }

export function Button({ look, size, busy = null, className, children, onClick, ...rest }: ButtonProps) {
  const isBusy = busy !== null
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ look, size }, className)}
      // Not `disabled`: that would throw the focus away.
      aria-disabled={isBusy || rest['aria-disabled']}
      onClick={event => (isBusy ? event.preventDefault() : onClick?.(event))}
    >
      {isBusy && <Spinner label={busy} />}
      {children}
    </button>
  )
}
