import type { Ref, TextareaHTMLAttributes } from 'react'
import { Field, type FieldTexts } from './field.js'

export type TextAreaProps = FieldTexts &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & { ref?: Ref<HTMLTextAreaElement> }

/** Several lines; grows with its text where the browser knows how. */
export function TextArea({ label, hint, error, className, ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} {...(className === undefined ? {} : { className })}>
      {control => (
        <textarea rows={4} {...area} {...control} className="field__control field__control--area" />
      )}
    </Field>
  )
}
