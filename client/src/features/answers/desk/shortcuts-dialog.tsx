import { Dialog } from '@randnotiz/ui/dialog'
import { useTranslation } from 'react-i18next'

const keys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['O', 'open'],
  ['X', 'select'],
  ['/', 'search'],
  ['?', 'help'],
] as const

/** Which keys do what in the queue. */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('answers')
  return (
    <Dialog open title={t('desk.keys')} closeLabel={t('desk.close')} onClose={onClose}>
      <p>{t('desk.keysHint')}</p>
      <dl className="desk-keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`desk.keyTexts.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
