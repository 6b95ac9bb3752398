import { StepId } from '@randnotiz/contract/kit/ids'
import { Step } from '@randnotiz/contract/workshops/agenda'
import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { Zap } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newUuid } from '../live/new-ids.js'
import { useDeskContext } from './use-desk.js'

/** A question that comes up in the middle: a step of its own, put in before whatever is planned next, and opened. */
export function PollOnTheSpot() {
  const { t } = useTranslation('workshops')
  const { view, move } = useDeskContext()
  const [open, setOpen] = useState(false)
  const [question, setQuestion] = useState('')
  const [answers, setAnswers] = useState(t('spot.answersAtFirst'))
  const [problem, setProblem] = useState(false)

  async function ask() {
    const step = stepOf(question, answers)
    setProblem(step === null)
    if (step === null) return
    const next = view.session.agenda.find(({ status }) => status.state === 'planned')
    if (!(await move({ move: 'insertStep', step, before: next?.step.id ?? null }))) return
    setOpen(false)
    setQuestion('')
    await move({ move: 'openStep', stepId: step.id })
  }

  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        <Zap aria-hidden="true" />
        {t('spot.open')}
      </Button>
      <Dialog
        open={open}
        title={t('spot.open')}
        closeLabel={t('close')}
        onClose={() => setOpen(false)}
        actions={
          <Button look="primary" onClick={() => void ask()}>
            {t('spot.ask')}
          </Button>
        }
      >
        <TextField
          label={t('spot.question')}
          value={question}
          maxLength={160}
          onChange={event => setQuestion(event.target.value)}
        />
        <TextArea
          label={t('spot.answers')}
          hint={t('spot.answersHint')}
          value={answers}
          error={problem ? t('spot.incomplete') : null}
          onChange={event => setAnswers(event.target.value)}
        />
      </Dialog>
    </>
  )
}

/** Null when the question or the answers are missing. */
function stepOf(question: string, answers: string): Step | null {
  const options = answers
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map((label, at) => ({ id: `answer-${at + 1}`, label }))
  const plan = {
    kind: 'poll',
    question,
    poll: { form: 'single', options },
    secrecy: 'confidential',
    hidden: true,
  }
  const id = StepId.parse(newUuid())
  return Step.safeParse({ id, title: question, minutes: 2, subject: null, plan }).data ?? null
}
