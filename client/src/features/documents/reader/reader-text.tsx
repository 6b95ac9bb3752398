import { memo, type Ref, useState } from 'react'

type ReaderTextProps = { html: string; label: string; ref: Ref<HTMLDivElement> }

/**
 * The text as the server has rendered it. React puts it there once and never looks at it again: from then on it
 * belongs to the live document, and whatever is rendered around it must leave it alone. The server has built the HTML
 * from the document's own table of tags, so it is safe to insert.
 */
export const ReaderText = memo(
  function ReaderText({ html, label, ref }: ReaderTextProps) {
    const [first] = useState(() => ({ __html: html }))
    return (
      <section aria-label={label} className="reader__text">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above. Cities write their concepts in German. */}
        <div className="document prose" lang="de" ref={ref} dangerouslySetInnerHTML={first} />
      </section>
    )
  },
  () => true,
)
