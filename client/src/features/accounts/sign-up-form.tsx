import { SignUpBody, signUp } from '@randnotiz/contract/accounts/endpoints'
import { shortestPassword } from '@randnotiz/domain/accounts/password'
import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../platform/platform-context.js'
import { useRefusalText } from '../../platform/refusal-text.js'
import { problemOf } from './account-form.js'
import { AccountFormFrame } from './account-form-frame.js'
import { StayGuest } from './guest/stay-guest.js'
import { judgeSignUp } from './judge-account.js'
import { PasswordField } from './password-field.js'
import { useAccountForm } from './use-account-form.js'

export function SignUpForm() {
  const { t } = useTranslation('accounts')
  const { call } = usePlatform()
  const refusalText = useRefusalText()
  const form = useAccountForm({
    body: SignUpBody,
    judge: values =>
      judgeSignUp(values, {
        pseudonym: t('missingPseudonym'),
        email: t('missingEmail'),
        password: refusalText({ code: 'accounts/password-too-weak' }),
      }),
    send: body => call(signUp, { params: {}, query: {}, body }),
  })
  return (
    <AccountFormFrame form={form} submit={t('signUp.submit')} busy={t('signUp.busy')}>
      <TextField
        label={t('signUp.pseudonym')}
        hint={t('signUp.pseudonymHint')}
        name="pseudonym"
        autoComplete="nickname"
        required
        maxLength={40}
        error={problemOf(form.state, 'pseudonym')}
      />
      <TextField
        label={t('email')}
        hint={t('signUp.emailHint')}
        name="email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        error={problemOf(form.state, 'email')}
      />
      <PasswordField
        autoComplete="new-password"
        hint={t('signUp.passwordHint', { count: shortestPassword })}
        error={problemOf(form.state, 'password')}
      />
      <StayGuest />
    </AccountFormFrame>
  )
}
