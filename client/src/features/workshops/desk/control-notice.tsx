import { isSteered, leadingRoles } from '@randnotiz/domain/workshops/crew-rights'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { useViewer } from '../../../platform/viewer.js'
import { useDeskContext } from './use-desk.js'

/** Who has control, when it is somebody else, or when somebody asks for it. */
export function ControlNotice() {
  const { t } = useTranslation('workshops')
  const { view, move } = useDeskContext()
  const viewer = useViewer()
  const { control, phase } = view.session
  const me = viewer.kind === 'account' ? viewer.id : null
  if (!isSteered(phase) || me === null || view.role === null) return null
  const { requestedBy } = control
  if (control.holder !== me)
    return (
      <Notice title={t('control.elsewhere')} className="desk__control">
        {leadingRoles.includes(view.role) && (
          <p className="desk__deeds">
            {requestedBy === me ? (
              t('control.asked')
            ) : (
              <Button size="small" onClick={() => void move({ move: 'requestControl' })}>
                {t('control.ask')}
              </Button>
            )}
            <Button size="small" onClick={() => void move({ move: 'takeControl' })}>
              {t(view.role === 'owner' ? 'control.force' : 'control.takeSilent')}
            </Button>
          </p>
        )}
      </Notice>
    )
  if (requestedBy === null) return null
  return (
    <Notice tone="warning" title={t('control.requested')} role="alert" className="desk__control">
      <p className="desk__deeds">
        <Button size="small" onClick={() => void move({ move: 'grantControl', to: requestedBy })}>
          {t('control.grant')}
        </Button>
        <Button size="small" onClick={() => void move({ move: 'declineControl' })}>
          {t('control.decline')}
        </Button>
      </p>
    </Notice>
  )
}
