import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { LinkButton } from '@randnotiz/ui/link-button'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { RewritingActions, RewritingSteps } from '../rewriting/rewriting-steps.js'
import { useRewriting } from '../rewriting/use-rewriting.js'
import { useRewritingTexts } from '../rewriting/use-rewriting-texts.js'
import { versionsAddress } from '../versions/addresses.js'

type Props = { document: DocumentSummary; content: unknown; onOther(): void }

/** Puts a draft in the place of a text, after a look at what becomes of its annotations. */
export function ReplaceText({ document, content, onOther }: Props) {
  const { t } = useTranslation('textImport')
  const rewriting = useRewritingTexts()
  const localized = useLocalized()
  const handle = useRewriting(document.id)
  const { preview } = handle
  useEffect(() => void preview({ kind: 'content', content }), [preview, content])
  return (
    <section className="text-import__part" aria-labelledby="replace">
      <h2 id="replace">{t('replace.title', { title: localized(document.title) })}</h2>
      <RewritingSteps handle={handle} />
      <p>{t('replace.undo')}</p>
      <div className="text-import__deeds">
        {handle.state.step === 'done' ? (
          <>
            <LinkButton look="primary" href={`/texte/${document.slug}`}>
              {t('create.toText')}
            </LinkButton>
            <LinkButton href={versionsAddress(document.slug)}>{t('replace.versions')}</LinkButton>
          </>
        ) : (
          <RewritingActions handle={handle} confirmLabel={rewriting.confirm} onClose={onOther} />
        )}
      </div>
    </section>
  )
}
