import type { SeenPoint } from '@randnotiz/contract/answers/commands'
import { previewPublishing, publishAnswers } from '@randnotiz/contract/answers/endpoints'
import type { ManyDone, PublishPreview } from '@randnotiz/contract/answers/publishing'
import { CommandId, type ProcessId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { Notice } from '@randnotiz/ui/notice'
import { Spinner } from '@randnotiz/ui/spinner'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'
import { RefusedPoints } from './many-outcome.js'
import { useAskDeskAgain } from './use-desk-live.js'

type Props = {
  processId: ProcessId
  points: SeenPoint[]
  nameOf(point: ManyDone['refused'][number]): string
  onClose(): void
  onDone(done: ManyDone): void
}

/** Says who would be told before anything becomes public. */
export function PublishDialog({ processId, points, nameOf, onClose, onDone }: Props) {
  const { t } = useTranslation('answers')
  const preview = useDeed(previewPublishing)
  const publish = useDeed(publishAnswers)
  const askAgain = useAskDeskAgain()
  const [known, setKnown] = useState<PublishPreview | null>(null)
  // One id for each opening: a second press publishes nothing twice.
  const [commandId] = useState(() => CommandId.parse(crypto.randomUUID()))
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once when it opens.
  useEffect(() => {
    void preview.run({ body: { processId, points } }).then(result => {
      if (result.ok) setKnown(result.value)
    })
  }, [])
  async function send() {
    const result = await publish.run({ body: { commandId, processId, points } })
    await askAgain()
    if (result.ok) onDone(result.value)
  }
  return (
    <Dialog
      open
      title={t('publish.title')}
      closeLabel={t('desk.close')}
      onClose={onClose}
      actions={
        <>
          {known !== null && known.points > 0 && (
            <Button
              look="primary"
              busy={publish.state.type === 'under-way' ? t('bulk.working') : null}
              onClick={() => void send()}
            >
              {t('publish.now')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('publish.cancel')}
          </Button>
        </>
      }
    >
      <DeedProblem state={preview.state} />
      <DeedProblem state={publish.state} />
      {known === null && preview.state.type === 'under-way' && <Spinner label={t('bulk.working')} />}
      {known !== null && <Preview known={known} nameOf={nameOf} />}
    </Dialog>
  )
}

function Preview({ known, nameOf }: { known: PublishPreview } & Pick<Props, 'nameOf'>) {
  const { t } = useTranslation('answers')
  const { points, contributions, people, authors, supporters, refused } = known
  return (
    <div className="desk-preview">
      {points === 0 ? (
        <p>{t('publish.nothing')}</p>
      ) : (
        <>
          <h3>{t('publish.preview')}</h3>
          <ul>
            <li>
              {t('publish.points', { count: points })} {t('publish.contributions', { count: contributions })}
            </li>
            <li>{t('publish.people', { count: people, authors, supporters })}</li>
          </ul>
        </>
      )}
      {refused.length > 0 && (
        <Notice tone="warning" title={t('publish.refused')}>
          <RefusedPoints refused={refused} nameOf={nameOf} />
        </Notice>
      )}
    </div>
  )
}
