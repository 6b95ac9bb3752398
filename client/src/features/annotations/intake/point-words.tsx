import { bodyLimit } from '@randnotiz/contract/annotations/annotation'
import { editAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { type IntakePoint, listIntake } from '@randnotiz/contract/annotations/intake'
import { CommandId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { TextArea } from '@randnotiz/ui/text-area'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'

/** What was typed in of a letter; a slip can be put right until the city has answered. */
export function PointWords({ point }: { point: IntakePoint }) {
  const { t } = useTranslation('intake')
  const [correcting, setCorrecting] = useState(false)
  const [now, setNow] = useState({ words: point.words, edition: point.edition })
  const place = useRef<HTMLDivElement>(null)
  function close(standing: typeof now) {
    setNow(standing)
    setCorrecting(false)
    requestAnimationFrame(() => place.current?.querySelector('button')?.focus())
  }
  return (
    <div ref={place}>
      {correcting ? (
        <Correction point={{ ...point, ...now }} onDone={close} onCancel={() => close(now)} />
      ) : (
        <>
          <p lang="de">{now.words}</p>
          <Button look="quiet" size="small" onClick={() => setCorrecting(true)}>
            {t('points.correct')}
            <span className="visually-hidden">: {now.words.slice(0, 60)}</span>
          </Button>
        </>
      )}
    </div>
  )
}

type Props = {
  point: IntakePoint
  onDone(standing: Pick<IntakePoint, 'words' | 'edition'>): void
  onCancel(): void
}

function Correction({ point, onDone, onCancel }: Props) {
  const { t } = useTranslation('intake')
  const deed = useDeed(editAnnotation)
  const queryClient = useQueryClient()
  const [body, setBody] = useState(point.words)
  // A second press after a lost answer is the same command.
  const [commandId] = useState(() => CommandId.parse(crypto.randomUUID()))
  async function save(event: FormEvent) {
    event.preventDefault()
    if (body.trim() === '') return
    const { annotationId, kind, edition, more } = point
    const said = { commandId, annotationId, edition, kind, ...more, body: body.trim() }
    const result = await deed.run({ params: { annotationId }, body: said })
    if (!result.ok) return
    await queryClient.invalidateQueries({ queryKey: [listIntake.name] })
    onDone({ words: body.trim(), edition: result.value.edition })
  }
  return (
    <form onSubmit={event => void save(event)}>
      <TextArea
        label={t('points.correctLabel')}
        hint={t('points.correctHint')}
        lang="de"
        rows={4}
        maxLength={bodyLimit}
        value={body}
        autoFocus
        onChange={event => setBody(event.currentTarget.value)}
      />
      <DeedProblem state={deed.state} />
      <div className="intake__deeds">
        <Button
          look="primary"
          size="small"
          type="submit"
          busy={deed.state.type === 'under-way' ? t('points.saving') : null}
        >
          {t('points.correctSave')}
        </Button>
        <Button look="quiet" size="small" onClick={onCancel}>
          {t('points.correctCancel')}
        </Button>
      </div>
    </form>
  )
}
