import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'
import { LocalizedField } from './localized-field.js'
import { emptyContact, type TypedSettings } from './typed-settings.js'

type Contact = TypedSettings['contact']
type Props = { contact: Contact; mistakes: ReadonlySet<string>; onChange(contact: Contact): void }

/** Whom people can ask. */
export function ContactFields({ contact, mistakes, onChange }: Props) {
  const { t } = useTranslation('settings')
  return (
    <section className="process-settings__part" aria-labelledby="contact">
      <h2 id="contact">{t('contact.legend')}</h2>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={contact !== null}
          onChange={event => onChange(event.target.checked ? emptyContact : null)}
        />
        {t('contact.has')}
      </label>
      {contact !== null && (
        <>
          <LocalizedField
            label={t('contact.unit')}
            value={contact.unit}
            most={120}
            error={mistakes.has('contact.unit') ? t('general.missing') : null}
            onChange={unit => onChange({ ...contact, unit })}
          />
          <div className="localized-field">
            <TextField
              label={t('contact.email')}
              type="email"
              value={contact.email}
              error={mistakes.has('contact.email') ? t('contact.emailWrong') : null}
              onChange={event => onChange({ ...contact, email: event.target.value })}
            />
            <TextField
              label={t('contact.phone')}
              type="tel"
              maxLength={40}
              value={contact.phone}
              onChange={event => onChange({ ...contact, phone: event.target.value })}
            />
          </div>
        </>
      )}
    </section>
  )
}
