import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import type { NoteActions } from '../annotating.js'
import type { PlaceStatus } from '../parts/place-status.js'
import { AttachmentHistory } from './attachment-history.js'

type DecisionProps = {
  annotation: Annotation
  status: PlaceStatus
  isActive: boolean
  actions: NoteActions
}

/** For staff: what can be done about the place of an annotation, and what was. What needs no decision offers none until it is looked at. */
export function PlaceDecision({ annotation, status, isActive, actions }: DecisionProps) {
  const { t } = useTranslation('annotations')
  const { id, attachment } = annotation
  if (status === 'document' || !(isActive || status === 'suggested' || status === 'orphaned')) return null
  const isGone = attachment?.decision === 'detached'
  return (
    <div className="place-decision">
      <div className="form-actions">
        {status === 'suggested' && (
          <>
            <Button look="primary" size="small" onClick={() => actions.confirmPlace(id)}>
              {t('attach.confirm')}
            </Button>
            <Button look="secondary" size="small" onClick={() => actions.showPassage(id)}>
              {t('attach.show')}
            </Button>
          </>
        )}
        <Button
          look={status === 'orphaned' ? 'secondary' : 'quiet'}
          size="small"
          // A press would take away what is selected in the text.
          onPointerDown={event => event.preventDefault()}
          onClick={() => actions.attach(id)}
        >
          {t(status === 'orphaned' ? 'attach.begin' : 'attach.beginElsewhere')}
        </Button>
        {!isGone && (
          <Button look="quiet" size="small" onClick={() => actions.detach(id)}>
            {t('attach.beginDetaching')}
          </Button>
        )}
      </div>
      {attachment !== null && <AttachmentHistory id={id} count={attachment.number} />}
    </div>
  )
}
