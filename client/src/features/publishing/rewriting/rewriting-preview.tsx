import {
  type AffectedPassage,
  PassageFate,
  type PassagePreview,
} from '@randnotiz/contract/annotations/passage-preview'
import type { RewritingPreview as Preview } from '@randnotiz/contract/publishing/rewriting'
import { wantsALook } from '@randnotiz/domain/annotations/passage-fate'
import { Notice } from '@randnotiz/ui/notice'
import { Check, CircleAlert, type LucideIcon, Minus, PencilLine, SearchX, Undo2 } from 'lucide-react'
import { formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useRewritingTexts } from './use-rewriting-texts.js'
import './rewriting.css'

const icons: Record<PassageFate, LucideIcon> = {
  stays: Check,
  changes: PencilLine,
  returns: Undo2,
  'in-doubt': CircleAlert,
  lost: SearchX,
  'still-lost': Minus,
  whole: Check,
}

/** What would become of a text and of every annotation on it. */
export function RewritingPreview({ preview }: { preview: Preview }) {
  const texts = useRewritingTexts()
  const language = useLanguage()
  if (preview.same) return <Notice tone="success">{texts.same}</Notice>
  const words = [preview.presentWords, preview.newWords].map(count => formatNumber(count, language))
  return (
    <div className="rewriting-preview">
      <p className="rewriting-preview__text">
        {texts.text(preview.unchangedBlocks, preview.presentBlocks)}{' '}
        {texts.words(words[0] ?? '', words[1] ?? '')}
      </p>
      <h3 className="rewriting-preview__title">{texts.annotations}</h3>
      <Fates annotations={preview.annotations} />
    </div>
  )
}

function Fates({ annotations: { counts, affected } }: { annotations: PassagePreview }) {
  const texts = useRewritingTexts()
  const fates = PassageFate.options.filter(fate => counts[fate] > 0)
  if (fates.length === 0) return <p>{texts.none}</p>
  const all = fates.reduce((sum, fate) => sum + (wantsALook(fate) === null ? 0 : counts[fate]), 0)
  return (
    <>
      <ul className="fates">
        {fates.map(fate => {
          const Icon = icons[fate]
          return (
            <li key={fate} className="fates__item" data-fate={fate}>
              <Icon aria-hidden="true" size={20} />
              {texts.fates[fate](counts[fate])}
            </li>
          )
        })}
      </ul>
      {affected.length > 0 && (
        <details className="affected">
          <summary>{texts.affected}</summary>
          <ul className="affected__list">
            {affected.map(one => (
              <Affected key={one.annotation.id} affected={one} />
            ))}
          </ul>
          {all > affected.length && <p>{texts.more(all - affected.length)}</p>}
        </details>
      )}
    </>
  )
}

function Affected({ affected: { annotation, fate, now, later } }: { affected: AffectedPassage }) {
  const texts = useRewritingTexts()
  const quote = annotation.target.kind === 'passage' ? annotation.target.quote.exact : ''
  return (
    <li className="affected__item" data-fate={fate}>
      <p className="affected__fate">
        {texts.fate[fate]} · {annotation.author.pseudonym}
      </p>
      <dl className="affected__places" lang="de">
        <dt>{texts.now}</dt>
        <dd>{now ?? quote}</dd>
        <dt>{texts.later}</dt>
        <dd>{later ?? '—'}</dd>
      </dl>
    </li>
  )
}
