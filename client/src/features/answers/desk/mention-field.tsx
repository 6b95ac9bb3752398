import type { Author } from '@randnotiz/contract/annotations/annotation'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

type Props = { staff: readonly Author[]; chosen: readonly UserId[]; onChange(chosen: UserId[]): void }

/** Who is told of a note: any number of colleagues. */
export function MentionField({ staff, chosen, onChange }: Props) {
  const { t } = useTranslation('answers')
  const others = staff.filter(({ id }) => !chosen.includes(id))
  const add = (said: string) => {
    const person = others.find(({ id }) => id === said)
    if (person) onChange([...chosen, person.id])
  }
  return (
    <div className="mention-field">
      <Select
        label={t('case.mention')}
        value=""
        onChange={event => add(event.target.value)}
        options={[
          { value: '', label: t(chosen.length === 0 ? 'case.noMention' : 'case.moreMention') },
          ...others.map(({ id, pseudonym }) => ({ value: id, label: pseudonym })),
        ]}
      />
      {chosen.length > 0 && (
        <ul className="mention-field__people">
          {staff
            .filter(({ id }) => chosen.includes(id))
            .map(({ id, pseudonym }) => (
              <li key={id}>
                <Button
                  look="secondary"
                  size="small"
                  onClick={() => onChange(chosen.filter(one => one !== id))}
                >
                  <span className="visually-hidden">{t('case.unmention')} </span>@{pseudonym}
                  <X aria-hidden="true" size={16} />
                </Button>
              </li>
            ))}
        </ul>
      )}
    </div>
  )
}
