import type { StepSubject } from '@randnotiz/contract/workshops/agenda'
import type { PassageLine } from '@randnotiz/contract/workshops/passage'
import { classNames } from '@randnotiz/ui/class-names'
import type { ReactNode } from 'react'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { usePassage } from './use-passage.js'
import './passage-view.css'

type Props = {
  subject: StepSubject
  /** What stands below a line, e.g. a button. */
  below?(line: PassageLine): ReactNode
}

/** A place in a text with what stands around it. */
export function PassageView({ subject, below }: Props) {
  const localized = useLocalized()
  const passage = usePassage(subject)
  if (passage === null) return <div className="passage passage--waiting" aria-busy="true" />
  const { document, heading, lines, focus, quote } = passage
  return (
    <section className="passage">
      <p className="passage__where">
        {localized(document.title)}
        {heading !== null && ` › ${heading}`}
      </p>
      {lines.map(line => (
        <div key={line.blockId} className="passage__line" data-focus={line.blockId === focus}>
          <p className={classNames(line.kind === 'heading' && 'passage__heading')}>
            {line.blockId === focus ? <Words text={line.text} quote={quote} /> : line.text}
          </p>
          {below?.(line)}
        </div>
      ))}
    </section>
  )
}

function Words({ text, quote }: { text: string; quote: string | null }) {
  const at = quote === null ? -1 : text.indexOf(quote)
  if (quote === null || at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{quote}</mark>
      {text.slice(at + quote.length)}
    </>
  )
}
