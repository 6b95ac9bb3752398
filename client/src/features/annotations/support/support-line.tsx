import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { Heart } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useInBrowser } from '../../../platform/use-in-browser.js'
import { signInAddress } from '../../accounts/addresses.js'
import './support.css'
import { useSupport } from './use-support.js'

export type SupportLineProps = {
  annotation: Annotation
  viewer: Viewer
  /** Whether the phase lets people support; the number is shown all the same. */
  maySupport: boolean
}

/** How many support a contribution, and the viewer's own support. */
export function SupportLine({ annotation, viewer, maySupport }: SupportLineProps) {
  const alive = useInBrowser()
  if (annotation.body === null) return null
  const isOwn = viewer.kind !== 'anonymous' && viewer.id === annotation.author.id
  return (
    <div className="support">
      {maySupport && alive && !isOwn && <SupportControl annotation={annotation} viewer={viewer} />}
      <SupportCount annotation={annotation} />
    </div>
  )
}

function SupportControl({ annotation, viewer }: Pick<SupportLineProps, 'annotation' | 'viewer'>) {
  return viewer.kind === 'anonymous' ? <SignInToSupport /> : <SupportButton annotation={annotation} />
}

function SignInToSupport() {
  const { t } = useTranslation('annotations')
  const { pathname, search } = useLocation()
  return (
    <Link className="support__button" to={signInAddress(`${pathname}${search}`)}>
      <Heart size={16} aria-hidden="true" />
      {t('support.signIn')}
    </Link>
  )
}

function SupportButton({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation('annotations')
  const { supports, refusal, set } = useSupport(annotation)
  const refusalText = useRefusalText()
  return (
    <>
      <button
        type="button"
        className="support__button"
        aria-pressed={supports}
        onClick={event => {
          event.stopPropagation()
          set(!supports)
        }}
      >
        <Heart size={16} aria-hidden="true" {...(supports ? { fill: 'currentColor' } : {})} />
        {t(supports ? 'support.mine' : 'support.do')}
      </button>
      {refusal && (
        <p className="support__refusal" role="alert">
          {refusalText(refusal)}
        </p>
      )}
    </>
  )
}

function SupportCount({ annotation: { support } }: { annotation: Annotation }) {
  const { t } = useTranslation('annotations')
  const language = useLanguage()
  if (support.kind === 'hidden')
    return (
      <span className="support__count" suppressHydrationWarning>
        {t('support.hidden', { moment: formatDateTime(support.shownFrom, language) })}
      </span>
    )
  return support.count === 0 ? null : (
    <span className="support__count">{t('support.count', { count: support.count })}</span>
  )
}
