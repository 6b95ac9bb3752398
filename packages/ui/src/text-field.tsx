import type { InputHTMLAttributes, Ref } from 'react'
import { Field, type FieldTexts } from './field.js'

export type TextFieldProps = FieldTexts &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & { ref?: Ref<HTMLInputElement> }

export function TextField({ label, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} {...(className === undefined ? {} : { className })}>
      {control => <input {...input} {...control} className="field__control" />}
    </Field>
  )
}
