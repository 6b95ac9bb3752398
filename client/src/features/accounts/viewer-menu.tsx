import { signOut } from '@randnotiz/contract/accounts/endpoints'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { isStaff } from '@randnotiz/domain/accounts/permissions'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Notice } from '@randnotiz/ui/notice'
import { VisuallyHidden } from '@randnotiz/ui/visually-hidden'
import { ChevronDown, LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearchParams } from 'react-router'
import { usePlatform } from '../../platform/platform-context.js'
import { useRefusalText } from '../../platform/refusal-text.js'
import { useViewer } from '../../platform/viewer.js'
import { isAccountAddress, ownContributionsPath, returnAddress, signInAddress } from './addresses.js'
import { forgetReceipt } from './guest/kept-receipt.js'
import { PersonMark } from './person-mark.js'
import { useLightDismiss } from './use-light-dismiss.js'
import './viewer-menu.css'

type Person = Exclude<Viewer, { kind: 'anonymous' }>

/** Who is signed in, and the way out; or the way in. */
export function ViewerMenu() {
  const viewer = useViewer()
  return viewer.kind === 'anonymous' ? <WayIn /> : <PersonMenu person={viewer} />
}

function WayIn() {
  const { t } = useTranslation('accounts')
  const { pathname } = useLocation()
  const [query] = useSearchParams()
  const from = isAccountAddress(pathname) ? returnAddress(query) : pathname
  return (
    <Link
      to={signInAddress(from)}
      className={buttonClass({ look: 'secondary', size: 'small' })}
      aria-current={pathname === '/anmelden' ? 'page' : undefined}
    >
      {t('signIn.title')}
    </Link>
  )
}

function PersonMenu({ person }: { person: Person }) {
  const { t } = useTranslation('accounts')
  const menu = useLightDismiss()
  const mayEnter = person.kind === 'account' && isStaff(person.role)
  return (
    <details className="viewer-menu" ref={menu}>
      <summary className={buttonClass({ look: 'quiet', size: 'small' })}>
        <PersonMark name={person.pseudonym} colour={person.colour} />
        <VisuallyHidden>{t('menu.label')}: </VisuallyHidden>
        <span className="viewer-menu__name">{person.pseudonym}</span>
        <ChevronDown aria-hidden="true" />
      </summary>
      <div className="viewer-menu__sheet">
        <p className="viewer-menu__who">
          <strong>{person.pseudonym}</strong>
          <span>{t(`role.${person.kind === 'guest' ? 'guest' : person.role}`)}</span>
        </p>
        <Link to={ownContributionsPath} className={buttonClass({ size: 'small' })}>
          {t('menu.own')}
        </Link>
        {mayEnter && (
          <Link to="/arbeit" className={buttonClass({ size: 'small' })}>
            {t('menu.staff')}
          </Link>
        )}
        <SignOutButton />
      </div>
    </details>
  )
}

type SigningOut = { type: 'no' } | { type: 'under-way' } | { type: 'refused'; text: string }

function SignOutButton() {
  const { t } = useTranslation('accounts')
  const { call } = usePlatform()
  const refusalText = useRefusalText()
  const [state, setState] = useState<SigningOut>({ type: 'no' })

  async function leave() {
    setState({ type: 'under-way' })
    const result = await call(signOut, { params: {}, query: {}, body: {} })
    if (!result.ok) return setState({ type: 'refused', text: refusalText(result.refusal) })
    forgetReceipt()
    // A new page: nothing of the old session stays in memory.
    window.location.reload()
  }

  return (
    <>
      <Button
        size="small"
        busy={state.type === 'under-way' ? t('menu.signingOut') : null}
        onClick={() => void leave()}
      >
        <LogOut aria-hidden="true" />
        {t('menu.signOut')}
      </Button>
      {state.type === 'refused' && (
        <Notice tone="problem" role="alert">
          <p>{state.text}</p>
        </Notice>
      )}
    </>
  )
}
