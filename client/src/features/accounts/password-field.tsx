import { Button } from '@randnotiz/ui/button'
import { TextField } from '@randnotiz/ui/text-field'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  /** Lets password managers tell an old one from a new one. */
  autoComplete: 'current-password' | 'new-password'
  hint?: string
  error: string | null
}

/** A password that people may look at while they type it. */
export function PasswordField({ autoComplete, hint, error }: Props) {
  const { t } = useTranslation('accounts')
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <div className="password-field">
      <TextField
        label={t('password')}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={256}
        error={error}
        {...(hint === undefined ? {} : { hint })}
      />
      <Button look="quiet" size="small" onClick={() => setShown(!shown)}>
        <Icon aria-hidden="true" />
        {t(shown ? 'hidePassword' : 'showPassword')}
      </Button>
    </div>
  )
}
