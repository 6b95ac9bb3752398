import { mostOnOnePage, type TextWithNotes } from '@randnotiz/contract/annotations/with-notes'
import { buttonClass } from '@randnotiz/ui/button-class'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { withNotesAddress } from './with-notes-question.js'

/** From part to part of a long text, and to all of it on one page for the printer. */
export function PartsNav({ page, label }: { page: TextWithNotes; label: string }) {
  const { t } = useTranslation('annotations')
  const { document, part, parts, total } = page
  if (parts.length === 1) return null
  const addressOf = (number: number) => withNotesAddress(document.slug, { from: parts[number - 1] })
  return (
    <nav className="with-notes__parts" aria-label={label}>
      <p>{t('withNotes.part', { part, parts: parts.length })}</p>
      {part > 1 && (
        <Link to={addressOf(part - 1)} className={buttonClass({ look: 'quiet' })}>
          {t('withNotes.before')}
        </Link>
      )}
      {part < parts.length && (
        <Link to={addressOf(part + 1)} className={buttonClass()}>
          {t('withNotes.after')}
        </Link>
      )}
      {total <= mostOnOnePage && (
        <Link
          to={withNotesAddress(document.slug, { whole: true })}
          className={buttonClass({ look: 'quiet' })}
        >
          {t('withNotes.whole')}
        </Link>
      )}
    </nav>
  )
}
