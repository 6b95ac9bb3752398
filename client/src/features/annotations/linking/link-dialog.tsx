import { linkPath } from '@randnotiz/contract/annotations/links'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Dialog } from '@randnotiz/ui/dialog'
import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkCode } from './link-code.js'
import type { Linking } from './use-linking.js'

/** The address of a paragraph or a note, to be copied, shared, scanned or printed. */
export function LinkDialog({ target, close }: Linking) {
  const { t } = useTranslation('annotations')
  const title = t(target?.kind === 'annotation' ? 'link.annotation' : 'link.block')
  return (
    <Dialog open={target !== null} title={title} closeLabel={t('close')} onClose={close}>
      {target && (
        <LinkCode target={target} url={new URL(linkPath.target(target), location.href).href}>
          <a href={linkPath.sheet(target)} className={buttonClass({ look: 'quiet', size: 'small' })}>
            <Printer aria-hidden="true" />
            {t('link.sheet')}
          </a>
        </LinkCode>
      )}
    </Dialog>
  )
}
