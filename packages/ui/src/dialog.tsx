import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.js'

export type DialogProps = {
  open: boolean
  title: string
  closeLabel: string
  /** Escape, the cross or a click beside it. */
  onClose(): void
  children: ReactNode
  /** Buttons at the bottom. */
  actions?: ReactNode
}

/** The browser's own modal dialog: it traps the focus, gives it back and makes the rest inert. */
export function Dialog({ open, title, closeLabel, onClose, children, actions }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (dialog === null || dialog.open === open) return
    if (open) dialog.showModal()
    else dialog.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click beside the dialog is an extra; Escape and the cross are its keys.
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={event => event.target === ref.current && onClose()}
    >
      {open && (
        <div className="dialog__sheet">
          <header className="dialog__head">
            <h2 className="dialog__title" id={titleId}>
              {title}
            </h2>
            <Button look="quiet" size="small" onClick={onClose} aria-label={closeLabel}>
              <X aria-hidden="true" />
            </Button>
          </header>
          <div className="dialog__body">{children}</div>
          {actions !== undefined && <footer className="dialog__actions">{actions}</footer>}
        </div>
      )}
    </dialog>
  )
}
