import { noteLimit } from '@randnotiz/contract/answers/case'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import { addNote } from '@randnotiz/contract/answers/endpoints'
import { CommandId, type UserId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { TextArea } from '@randnotiz/ui/text-area'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { MentionField } from './mention-field.js'
import { useAskDeskAgain } from './use-desk-live.js'

/** What staff tell each other about a contribution. */
export function CaseNotes({ page }: { page: CasePage }) {
  const { t } = useTranslation('answers')
  const language = useLanguage()
  const deed = useDeed(addNote)
  const askAgain = useAskDeskAgain()
  const [body, setBody] = useState('')
  const [mentions, setMentions] = useState<UserId[]>([])
  async function save() {
    if (body.trim() === '') return
    const result = await deed.run({
      body: {
        commandId: CommandId.parse(crypto.randomUUID()),
        annotationId: page.annotation.id,
        body,
        mentions,
      },
    })
    await askAgain()
    if (!result.ok) return
    setBody('')
    setMentions([])
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
      <MentionField staff={page.staff} chosen={mentions} onChange={setMentions} />
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
