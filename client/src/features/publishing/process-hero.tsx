import type { ProcessPage } from '@randnotiz/contract/publishing/endpoints'
import { LinkButton } from '@randnotiz/ui/link-button'
import { ArrowDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { formatDate } from '../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../platform/i18n/use-language.js'
import { ExampleSheet } from './example-sheet.js'
import './process-hero.css'

type Props = { page: z.infer<typeof ProcessPage> }

/** What this is, what one can do here, and whether now is the time. */
export function ProcessHero({ page }: Props) {
  const { t } = useTranslation('publishing')
  const localized = useLocalized()
  const { process } = page
  return (
    <section className="hero">
      <div className="hero__inner">
        <div className="hero__words">
          <p className="hero__motto">{localized(process.motto)}</p>
          <h1 className="hero__title">{localized(process.title)}</h1>
          <p className="hero__summary">{localized(process.summary)}</p>
          <p className="hero__deeds">
            <LinkButton look="primary" href="#konzeptbausteine">
              {t('hero.read')}
              <ArrowDown aria-hidden="true" />
            </LinkButton>
            <LinkButton look="quiet" href="#mitmachen">
              {t('hero.how')}
            </LinkButton>
          </p>
          <RunningPhase page={page} />
        </div>
        <ExampleSheet />
      </div>
    </section>
  )
}

function RunningPhase({ page: { process, currentPhase } }: Props) {
  const { t } = useTranslation('publishing')
  const localized = useLocalized()
  const language = useLanguage()
  const phase = process.phases.find(each => each.key === currentPhase)
  if (phase === undefined) return <p className="hero__phase">{t('hero.between')}</p>
  const lastMoment = new Date(Date.parse(phase.endsAt) - 1)
  return (
    <p className="hero__phase hero__phase--running">
      {t('hero.running', { phase: localized(phase.title) })},{' '}
      {t('hero.until', { date: formatDate(lastMoment, language) })}
    </p>
  )
}
