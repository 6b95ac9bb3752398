import { noteLimit } from '@randnotiz/contract/answers/case'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import { addNote } from '@randnotiz/contract/answers/endpoints'
import { CommandId, UserId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { useAskDeskAgain } from './use-desk-live.js'

/** What staff tell each other about a contribution. */
export function CaseNotes({ page }: { page: CasePage }) {
  const { t } = useTranslation('answers')
  const language = useLanguage()
  const deed = useDeed(addNote)
  const askAgain = useAskDeskAgain()
  const [body, setBody] = useState('')
  const [mention, setMention] = useState('')
  async function save() {
    if (body.trim() === '') return
    const person = UserId.safeParse(mention)
    const result = await deed.run({
      body: {
        commandId: CommandId.parse(crypto.randomUUID()),
        annotationId: page.annotation.id,
        body,
        mentions: person.success ? [person.data] : [],
      },
    })
    await askAgain()
    if (!result.ok) return
    setBody('')
    setMention('')
  }
  return (
    <section className="case-box" aria-label={t('case.notes')}>
      <h2>{t('case.notes')}</h2>
      <p className="case-hint">{t('case.notesHint')}</p>
      <ul className="case-similar">
        {page.case.notes.map(note => (
          <li key={note.id}>
            <p className="case-hint">
              <strong>{note.by.pseudonym}</strong>, {formatDateTime(note.at, language)}
              {note.mentions.map(({ id, pseudonym }) => (
                <span key={id}> @{pseudonym}</span>
              ))}
            </p>
            <p className="answer__reason">{note.body}</p>
          </li>
        ))}
      </ul>
      <TextArea
        label={t('case.note')}
        rows={2}
        maxLength={noteLimit}
        value={body}
        onChange={event => setBody(event.target.value)}
      />
      <Select
        label={t('case.mention')}
        value={mention}
        onChange={event => setMention(event.target.value)}
        options={[
          { value: '', label: t('case.noMention') },
          ...page.staff.map(({ id, pseudonym }) => ({ value: id, label: pseudonym })),
        ]}
      />
      <DeedProblem state={deed.state} />
      <Button
        look="secondary"
        size="small"
        busy={deed.state.type === 'under-way' ? t('case.saving') : null}
        onClick={() => void save()}
      >
        {t('case.noteSave')}
      </Button>
    </section>
  )
}
