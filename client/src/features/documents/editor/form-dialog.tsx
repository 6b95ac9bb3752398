import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef } from 'react'

type Props = {
  title: string
  submitLabel: string
  cancelLabel: string
  onSubmit(): void
  onClose(): void
  children: ReactNode
  /** A further button beside the two. */
  more?: ReactNode
}

/** A question about the text; there as long as it is asked. Its first field has the focus. */
export function FormDialog({ title, submitLabel, cancelLabel, onSubmit, onClose, children, more }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const formId = useId()
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onSubmit()
  }
  const actions = (
    <>
      <Button type="submit" form={formId} look="primary">
        {submitLabel}
      </Button>
      {more}
      <Button onClick={onClose}>{cancelLabel}</Button>
    </>
  )
  return (
    <Dialog open title={title} closeLabel={cancelLabel} onClose={onClose} actions={actions}>
      <form id={formId} ref={form} className="editor-form" noValidate onSubmit={submit}>
        {children}
      </form>
    </Dialog>
  )
}
