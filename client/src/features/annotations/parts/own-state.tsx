import { Button } from '@randnotiz/ui/button'
import { LinkButton } from '@randnotiz/ui/link-button'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { signInAddress } from '../../accounts/addresses.js'
import { useAnnotatingContext } from '../annotating.js'
import type { Contribution } from '../writing/contribution.js'
import { draftHash } from './sign-in-to-send.js'

/** Where the viewer's own contribution is on its way, and what can be done about it. */
export function OwnState({ contribution }: { contribution: Contribution }) {
  return (
    <div className="own-state" data-state={contribution.state.type}>
      <p role="status">
        <StateSentence contribution={contribution} />
      </p>
      <div className="form-actions">
        <StateActions contribution={contribution} />
      </div>
    </div>
  )
}

function StateSentence({ contribution: { state } }: { contribution: Contribution }) {
  const { t } = useTranslation('annotations')
  const refusalText = useRefusalText()
  switch (state.type) {
    case 'draft':
    case 'sending':
    case 'sent':
      return t(`own.${state.type}`)
    case 'waiting':
      return state.retryAfter === null ? t('own.waiting') : t('own.waitingFor', { seconds: state.retryAfter })
    case 'refused':
      return (
        <>
          <strong>{t('own.refused')}.</strong> {refusalText(state.refusal)}
        </>
      )
  }
}

function StateActions({ contribution }: { contribution: Contribution }) {
  const { t } = useTranslation('annotations')
  const { desk, open } = useAnnotatingContext()
  const { pathname } = useLocation()
  const { state, words } = contribution
  const edit = () =>
    words.type === 'annotation' ? open(contribution) : void desk.revise(contribution, words)
  switch (state.type) {
    case 'sending':
    case 'sent':
      return null
    case 'waiting':
      return (
        <Button look="quiet" size="small" onClick={() => desk.retry(contribution)}>
          {t('own.retry')}
        </Button>
      )
    case 'draft':
    case 'refused':
      return (
        <>
          {state.type === 'refused' && state.refusal.code === 'accounts/sign-in-required' && (
            <LinkButton look="primary" size="small" href={signInAddress(pathname + draftHash)}>
              {t('own.signIn')}
            </LinkButton>
          )}
          <Button look="secondary" size="small" onClick={edit}>
            {state.type === 'draft' ? t('own.resume') : t('own.revise')}
          </Button>
          <Button look="quiet" size="small" onClick={() => desk.discard(contribution)}>
            {t('form.discard')}
          </Button>
        </>
      )
  }
}
