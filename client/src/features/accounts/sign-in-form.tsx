import { SignInBody, signIn } from '@randnotiz/contract/accounts/endpoints'
import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../platform/platform-context.js'
import { problemOf } from './account-form.js'
import { AccountFormFrame } from './account-form-frame.js'
import { StayGuest } from './guest/stay-guest.js'
import { judgeSignIn } from './judge-account.js'
import { PasswordField } from './password-field.js'
import { useAccountForm } from './use-account-form.js'

export function SignInForm() {
  const { t } = useTranslation('accounts')
  const { call } = usePlatform()
  const form = useAccountForm({
    body: SignInBody,
    judge: values => judgeSignIn(values, { email: t('missingEmail'), password: t('missingPassword') }),
    send: body => call(signIn, { params: {}, query: {}, body }),
  })
  return (
    <AccountFormFrame form={form} submit={t('signIn.submit')} busy={t('signIn.busy')}>
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        error={problemOf(form.state, 'email')}
      />
      <PasswordField autoComplete="current-password" error={problemOf(form.state, 'password')} />
      <StayGuest />
    </AccountFormFrame>
  )
}
