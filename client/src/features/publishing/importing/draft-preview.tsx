import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** The text as it would stand there. The server has rendered it from nodes of the schema, so it is safe to insert. */
export function DraftPreview({ html }: { html: string }) {
  const { t } = useTranslation('textImport')
  const id = useId()
  const [first] = useState(() => ({ __html: html }))
  return (
    <div className="draft-preview">
      <h3 id={id}>{t('read.preview')}</h3>
      {/* A part of the page that scrolls must be in reach of the keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="draft-preview__paper" aria-labelledby={id} tabIndex={0}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above. Cities write their concepts in German. */}
        <div className="document prose" lang="de" dangerouslySetInnerHTML={first} />
      </section>
    </div>
  )
}
