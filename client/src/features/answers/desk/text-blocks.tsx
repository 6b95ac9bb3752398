import type { CasePage } from '@randnotiz/contract/answers/desk'
import type { AnswerTextBlock } from '@randnotiz/contract/answers/settings'
import { fillTextBlock } from '@randnotiz/domain/answers/fill-text-block'
import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'

type Props = { page: CasePage; kind: string; onChoose(text: string): void }

/** Words that reasons are often made of: each is read before it is put in. */
export function TextBlocks({ page, kind, onChoose }: Props) {
  const { t } = useTranslation('answers')
  const fill = useFill(page)
  const fitting = page.settings.textBlocks.filter(
    ({ outcome }) => kind === '' || outcome === null || outcome === kind,
  )
  if (fitting.length === 0) return null
  return (
    <details className="text-blocks">
      <summary>{t('case.textBlocks', { count: fitting.length })}</summary>
      <ul>
        {fitting.map(block => (
          <li key={block.id}>
            <p className="case-label">{block.title}</p>
            <p className="case-hint">{fill(block)}</p>
            <Button look="secondary" size="small" onClick={() => onChoose(fill(block))}>
              {t('case.insertBlock')}
              <span className="visually-hidden">: {block.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function useFill({ document, chapter, annotation: { target, author } }: CasePage) {
  const language = useLanguage()
  const localized = useLocalized()
  return ({ text }: AnswerTextBlock) =>
    fillTextBlock(text, {
      dokument: localized(document.title),
      kapitel: chapter?.text ?? localized(document.title),
      name: author.pseudonym,
      zitat: target.kind === 'passage' ? target.quote.exact : '',
      datum: formatDate(new Date(), language),
    })
}
