import type { Refusal, RefusalCode } from '@randnotiz/contract/kit/refusals'
import { TextField } from '@randnotiz/ui/text-field'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  value: string
  onChange(value: string): void
  error: string | null
  ref?: Ref<HTMLInputElement>
}

/** Asks a visitor for a name; there is nothing else to fill in. */
export function GuestNameField({ value, onChange, error, ref }: Props) {
  const { t } = useTranslation('accounts')
  return (
    <TextField
      {...(ref === undefined ? {} : { ref })}
      name="pseudonym"
      label={t('guest.name')}
      hint={t('guest.nameHint')}
      autoComplete="nickname"
      required
      maxLength={40}
      value={value}
      error={error}
      onChange={event => onChange(event.target.value)}
    />
  )
}

const aboutName: ReadonlySet<RefusalCode> = new Set([
  'accounts/pseudonym-taken',
  'accounts/pseudonym-official',
])

/** Whether another name would help. */
export function isAboutName({ code, field }: Refusal): boolean {
  return aboutName.has(code) || field === 'pseudonym'
}
