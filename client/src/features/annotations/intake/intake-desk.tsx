import type { IntakeItem, IntakePage } from '@randnotiz/contract/annotations/intake'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { IntakeItemId, type Slug } from '@randnotiz/contract/kit/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { questionKey, useAnswer } from '../../../platform/question.js'
import { IntakeList } from './intake-list.js'
import { intakeQuestion } from './intake-questions.js'
import { PointForm } from './point-form.js'
import { RegisterForm } from './register-form.js'
import './intake.css'

type Props = { slug: Slug; documents: readonly DocumentSummary[] }

/** Typing in what came otherwise than here: first that it came, then its points one by one. The address names the item. */
export function IntakeDesk({ slug, documents }: Props) {
  const answer = useAnswer(intakeQuestion(slug))
  return answer.ok ? <Desk slug={slug} documents={documents} page={answer.value} /> : null
}

function Desk({ slug, documents, page }: Props & { page: IntakePage }) {
  const queryClient = useQueryClient()
  const [search, setSearch] = useSearchParams()
  const chosen = IntakeItemId.safeParse(search.get('eingang')).data
  const item = page.items.find(({ id }) => id === chosen) ?? null
  const refresh = () => queryClient.invalidateQueries({ queryKey: questionKey(intakeQuestion(slug)) })

  async function registered(fresh: IntakeItem) {
    await refresh()
    setSearch({ eingang: fresh.id })
  }

  return (
    <div className="intake">
      {item === null ? (
        <RegisterForm slug={slug} onRegistered={fresh => void registered(fresh)} />
      ) : (
        <PointForm
          key={item.id}
          item={item}
          documents={documents}
          onSaved={() => void refresh()}
          onDone={() => setSearch({})}
        />
      )}
      <IntakeList
        slug={slug}
        page={page}
        onOpen={id => setSearch({ eingang: id })}
        onChanged={() => void refresh()}
      />
    </div>
  )
}
