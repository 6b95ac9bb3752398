import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.js'

export type FieldTexts = {
  label: string
  /** What to know before typing. */
  hint?: ReactNode
  /** What is wrong with what was typed; null or left out when nothing is. */
  error?: string | null | undefined
}

/** What the control inside must carry, so that label, hint and error belong to it. */
export type ControlAttributes = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type FieldProps = FieldTexts & { className?: string; children(control: ControlAttributes): ReactNode }

/** Label, hint and error around one control. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={classNames('field', error && 'field--wrong', className)}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div className="field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
