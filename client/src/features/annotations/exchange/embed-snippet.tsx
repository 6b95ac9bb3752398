import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { Button } from '@randnotiz/ui/button'
import { TextArea } from '@randnotiz/ui/text-area'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../platform/i18n/use-language.js'

type Props = { document: DocumentSummary /** The address of this site. */; site: string }

/** The HTML that shows a text on another website, ready to be copied. */
export function EmbedSnippet({ document, site }: Props) {
  const { t } = useTranslation('exchange')
  const language = useLanguage()
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null)
  const title = document.title[language].replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const html = `<iframe src="${site}${openAddress.embed(document.slug, language)}" title="${title}" width="100%" height="640" loading="lazy"></iframe>`
  const copy = () =>
    navigator.clipboard.writeText(html).then(
      () => setSaid('copied'),
      () => setSaid('notCopied'),
    )
  return (
    <>
      <TextArea label={t('takeAlong.snippet')} readOnly value={html} rows={3} spellCheck={false} />
      <div className="take-along__copy">
        <Button size="small" onClick={() => void copy()}>
          {t('takeAlong.copy')}
        </Button>
        <span role="status">{said !== null && t(`takeAlong.${said}`)}</span>
      </div>
    </>
  )
}
