import { type Linked, LinkTarget, linkKinds, linkPath } from '@randnotiz/contract/annotations/links'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import { LinkCode } from '../../features/annotations/linking/link-code.js'
import { linkedQuestion } from '../../features/annotations/linking/linked-question.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { useInBrowser } from '../../platform/use-in-browser.js'
import { Refused } from '../layout/refused.js'
import './link-page.css'

/** The address of a paragraph or a contribution on a sheet of its own, to be printed and handed on. */
export default function LinkPage() {
  const { slug = '', id = '' } = useParams()
  const word = useLocation().pathname.split('/')[3] === 'anmerkung' ? 'anmerkung' : 'absatz'
  const answer = useAnswer(linkedQuestion({ word, slug, id }))
  const target = LinkTarget.safeParse({ kind: linkKinds[word], slug, id })
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return target.success ? <Sheet linked={answer.value} target={target.data} /> : null
}

function Sheet({ linked, target }: { linked: Linked; target: LinkTarget }) {
  const { t } = useTranslation('annotations')
  const localized = useLocalized()
  const alive = useInBrowser()
  return (
    <article className="link-sheet">
      <header>
        <p className="link-sheet__about">{t(`link.${target.kind}`)}</p>
        <h1>{localized(linked.document.title)}</h1>
      </header>
      {linked.words === null ? (
        <p>{t('link.wholeText')}</p>
      ) : (
        <blockquote className="link-sheet__words">{linked.words}</blockquote>
      )}
      <LinkCode target={target} url={linked.url}>
        {alive && (
          <Button size="small" onClick={() => window.print()}>
            <Printer aria-hidden="true" />
            {t('link.print')}
          </Button>
        )}
        <a href={linkPath.target(target)} className={buttonClass({ look: 'quiet', size: 'small' })}>
          {t('link.back')}
        </a>
      </LinkCode>
    </article>
  )
}
