import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import { Badge } from '@randnotiz/ui/badge'
import { Button } from '@randnotiz/ui/button'
import { Crosshair, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HoldBackDialog } from './hold-back-dialog.js'
import { useDeskContext } from './use-desk.js'

/** The newest first. */
export function ContributionStream({ said }: { said: readonly Contribution[] }) {
  const { t } = useTranslation('workshops')
  const [holding, setHolding] = useState<Contribution | null>(null)
  if (said.length === 0) return <p className="panel__hint">{t('stream.empty')}</p>
  return (
    <>
      <ol className="stream" aria-live="off">
        {said.toReversed().map(one => (
          <Entry key={one.id} contribution={one} onHold={() => setHolding(one)} />
        ))}
      </ol>
      <HoldBackDialog contribution={holding} onClose={() => setHolding(null)} />
    </>
  )
}

function Entry({ contribution, onHold }: { contribution: Contribution; onHold(): void }) {
  const { t } = useTranslation(['workshops', 'annotations'])
  const { view, move } = useDeskContext()
  const { id, kind, body, replacement, author, documentId, blockId } = contribution
  const held = view.session.heldBack.find(({ annotationId }) => annotationId === id)
  const subject = { documentId, blockId, annotationId: null }
  return (
    <li className="stream__entry" data-held={held !== undefined}>
      <p className="stream__facts">
        <Badge tone="note">{t(`annotations:kind.${kind}`)}</Badge>
        {author !== null && <span>{author.name}</span>}
        {held !== undefined && <Badge tone="warning">{t('workshops:stream.held')}</Badge>}
      </p>
      {replacement !== null && <p className="stream__wording">„{replacement}“</p>}
      <p>{body}</p>
      {held !== undefined && <p className="panel__hint">{held.reason}</p>}
      <p className="stream__deeds">
        {held === undefined ? (
          <Button size="small" look="quiet" onClick={onHold}>
            <EyeOff aria-hidden="true" />
            {t('workshops:stream.hold')}
          </Button>
        ) : (
          <Button size="small" onClick={() => void move({ move: 'letThrough', annotationId: id })}>
            {t('workshops:stream.letThrough')}
          </Button>
        )}
        {blockId !== null && (
          <Button
            size="small"
            look="quiet"
            onClick={() => void move({ move: 'spotlight', subject, mode: 'summon' })}
          >
            <Crosshair aria-hidden="true" />
            {t('workshops:stream.spotlight')}
          </Button>
        )}
      </p>
    </li>
  )
}
