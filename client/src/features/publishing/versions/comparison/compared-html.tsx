import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { html: string }

/**
 * A compared block. Its HTML is made by the server from the document's own table of tags, where every text is escaped:
 * so `<ins>` and `<del>` are only ever those of the comparison, and get words of their own for those who cannot see
 * lines under or through a text.
 */
export function ComparedHtml({ html }: Props) {
  const { t } = useTranslation('versions')
  const [inserted, deleted] = [t('comparison.inserted'), t('comparison.deleted')]
  const spoken = useMemo(() => ({ __html: withCues(html, { inserted, deleted }) }), [html, inserted, deleted])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above. Cities write their concepts in German.
  return <div className="document prose compared" lang="de" dangerouslySetInnerHTML={spoken} />
}

type Cues = { inserted: string; deleted: string }

export function withCues(html: string, { inserted, deleted }: Cues): string {
  return html
    .replaceAll('<ins>', `<ins><span class="visually-hidden"> ${escaped(inserted)} </span>`)
    .replaceAll('<del>', `<del><span class="visually-hidden"> ${escaped(deleted)} </span>`)
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
