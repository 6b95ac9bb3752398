import { type ReactNode, useId } from 'react'

export type RadioOption<Value extends string> = {
  value: Value
  label: string
  /** A few words more, under the label. */
  description?: string
  icon?: ReactNode
}

export type RadioGroupProps<Value extends string> = {
  legend: string
  options: readonly RadioOption<Value>[]
  value: Value | null
  onChange(value: Value): void
  error?: string | null
  /** `chips` stand side by side and wrap; `list` stands one below the other. */
  layout?: 'chips' | 'list'
}

/** One of a few, all of them in sight. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { legend, options, value, onChange, error, layout = 'list' } = props
  const id = useId()
  return (
    <fieldset
      className={`radio-group radio-group--${layout}`}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="field__label">{legend}</legend>
      <div className="radio-group__options">
        {options.map(option => (
          <label key={option.value} className="radio">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="radio__input"
            />
            {option.icon}
            <span className="radio__text">
              <span className="radio__label">{option.label}</span>
              {option.description !== undefined && (
                <span className="radio__description">{option.description}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
