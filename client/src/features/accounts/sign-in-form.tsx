import { SignInBody, signIn } from '@randnotiz/contract/accounts/endpoints'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../platform/platform-context.js'
import { useViewer } from '../../platform/viewer.js'
import { problemOf } from './account-form.js'
import { AccountFormFrame } from './account-form-frame.js'
import { StayGuest } from './guest/stay-guest.js'
import { judgeSignIn } from './judge-account.js'
import { PasswordField } from './password-field.js'
import { useAccountForm } from './use-account-form.js'

type Props = {
  /** Told when a guest has gone into an account, before the next page comes. */
  onTakenAlong?(guest: UserId, account: UserId): void
}

export function SignInForm({ onTakenAlong }: Props) {
  const { t } = useTranslation('accounts')
  const { call } = usePlatform()
  const viewer = useViewer()
  const form = useAccountForm({
    body: SignInBody,
    judge: values => judgeSignIn(values, { email: t('missingEmail'), password: t('missingPassword') }),
    send: async body => {
      const result = await call(signIn, { params: {}, query: {}, body })
      const taken = result.ok && body.guest === 'take-along' && viewer.kind === 'guest'
      if (taken && result.value.kind === 'account') onTakenAlong?.(viewer.id, result.value.id)
      return result
    },
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
