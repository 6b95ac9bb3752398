import { type LinkTarget, linkPath } from '@randnotiz/contract/annotations/links'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { TextField } from '@randnotiz/ui/text-field'
import { Copy, Share2 } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useInBrowser } from '../../../platform/use-in-browser.js'
import './link-code.css'

type Props = {
  target: LinkTarget
  /** In full. */
  url: string
  /** More that can be done with it. */
  children: ReactNode
}

/** An address as a code and as words, and what can be done with it here. */
export function LinkCode({ target, url, children }: Props) {
  const { t } = useTranslation('annotations')
  const alive = useInBrowser()
  const announce = useAnnounce()
  const field = useRef<HTMLInputElement>(null)

  async function copy() {
    try {
      await navigator.clipboard.writeText(url)
      announce(t('link.copied'))
    } catch {
      // Not every browser lets a page do that, and none on an address without https.
      field.current?.focus()
      field.current?.select()
      announce(t('link.selected'))
    }
  }

  return (
    <div className="link-code">
      <figure className="link-code__figure">
        <img src={linkPath.code(target)} alt={t('link.code')} width="232" height="232" />
        <figcaption>{t('link.scan')}</figcaption>
      </figure>
      <TextField
        ref={field}
        label={t('link.address')}
        value={url}
        readOnly
        onFocus={event => event.target.select()}
      />
      <p className="link-code__ways">
        {alive && (
          <Button look="primary" size="small" onClick={copy}>
            <Copy aria-hidden="true" />
            {t('link.copy')}
          </Button>
        )}
        {alive && 'share' in navigator && (
          // Whoever changes their mind has refused nothing.
          <Button size="small" onClick={() => void navigator.share({ url }).catch(() => {})}>
            <Share2 aria-hidden="true" />
            {t('link.share')}
          </Button>
        )}
        {children}
      </p>
    </div>
  )
}
