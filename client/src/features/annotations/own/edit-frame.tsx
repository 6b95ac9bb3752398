import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editing } from './use-editing.js'

type Props = {
  editing: Pick<Editing<object>, 'form' | 'deed' | 'overtaken' | 'submit' | 'giveUp'>
  label: string
  onCancel(): void
  children: ReactNode
}

/** The frame of a form in which an author changes words of theirs: the fields, what was refused, save and cancel. */
export function EditFrame({ editing, label, onCancel, children }: Props) {
  const { t } = useTranslation('annotations')
  const { deed, overtaken } = editing
  const cancel = () => {
    editing.giveUp()
    onCancel()
  }
  return (
    <form
      ref={editing.form}
      className="annotation-form"
      noValidate
      aria-label={label}
      onSubmit={editing.submit}
    >
      {overtaken && <Notice tone="info">{t('ownActions.overtaken')}</Notice>}
      {children}
      {deed.problem !== null && (
        <Notice tone="problem" role="alert">
          <p>{deed.problem}</p>
        </Notice>
      )}
      <div className="form-actions">
        <Button type="submit" look="primary" size="small" busy={deed.busy ? t('own.sending') : null}>
          {t(overtaken ? 'ownActions.replace' : 'ownActions.save')}
        </Button>
        <Button look="quiet" size="small" onClick={cancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
