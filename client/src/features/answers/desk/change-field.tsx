import type { ChangeClaim } from '@randnotiz/contract/answers/answer'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import { AnnotationId } from '@randnotiz/contract/kit/ids'
import { Select } from '@randnotiz/ui/select'
import { useTranslation } from 'react-i18next'
import { PassagePicker } from './passage-picker.js'
import { ChangeShown } from './standing-answer.js'

type Props = { page: CasePage; change: ChangeClaim | null; onChange(change: ChangeClaim | null): void }

/** Where one sees what the contribution has changed: an accepted proposal, or paragraphs of the text. */
export function ChangeField({ page, change, onChange }: Props) {
  const { t } = useTranslation('answers')
  const proposals = page.proposals.flatMap(({ change: one, excerpt }) =>
    one.kind === 'proposal'
      ? [
          {
            value: one.annotationId,
            label: t('case.changeProposal', { excerpt: excerpt.slice(0, 60) }),
          },
        ]
      : [],
  )
  const shown = page.proposals
    .map(proposal => proposal.change)
    .find(
      one =>
        one.kind === 'proposal' && change?.kind === 'proposal' && one.annotationId === change.annotationId,
    )
  const value = change === null ? '' : change.kind === 'proposal' ? change.annotationId : 'passage'
  function choose(chosen: string) {
    if (chosen === '') return onChange(null)
    if (chosen === 'passage') return onChange({ kind: 'passage', blockIds: [], release: null })
    const annotationId = AnnotationId.safeParse(chosen)
    if (annotationId.success) onChange({ kind: 'proposal', annotationId: annotationId.data })
  }
  return (
    <div className="case-change">
      <Select
        label={t('case.change')}
        hint={t('case.changeHint')}
        value={value}
        onChange={event => choose(event.target.value)}
        options={[
          { value: '', label: t('case.changeNone') },
          { value: 'passage', label: t('case.changePassage') },
          ...proposals,
        ]}
      />
      {shown?.kind === 'proposal' && <ChangeShown change={shown} />}
      {change?.kind === 'passage' && (
        <>
          <PassagePicker
            page={page}
            picked={change.blockIds}
            onPick={blockIds => onChange({ ...change, blockIds })}
          />
          <Select
            label={t('case.changeRelease')}
            value={change.release === null ? '' : String(change.release)}
            onChange={event =>
              onChange({ ...change, release: event.target.value === '' ? null : Number(event.target.value) })
            }
            options={[
              { value: '', label: t('case.releaseNext') },
              ...page.releases.map(({ number, title }) => ({
                value: String(number),
                label: t('case.releaseNumber', { number, title }),
              })),
            ]}
          />
        </>
      )}
    </div>
  )
}
