import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoAnswer } from '../../platform/question.js'
import { useRefusalText } from '../../platform/refusal-text.js'

type Props = { children: ReactNode; onAgain(): void }
type State = { failed: boolean }

/** Catches what a page cannot answer for: no connection, or code that could not be loaded. Bugs go on to the console. */
class Boundary extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    if (!(error instanceof NoAnswer)) reportError(error)
  }

  tryAgain = () => {
    this.props.onAgain()
    this.setState({ failed: false })
  }

  override render() {
    return this.state.failed ? <Outage onAgain={this.tryAgain} /> : this.props.children
  }
}

/** Shows a sentence and another attempt instead of the page when the page cannot be shown. */
export function PageOutage({ children }: { children: ReactNode }) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => <Boundary onAgain={reset}>{children}</Boundary>}
    </QueryErrorResetBoundary>
  )
}

function Outage({ onAgain }: { onAgain(): void }) {
  const { t } = useTranslation()
  const refusalText = useRefusalText()
  return (
    <div className="column page">
      <h1>{t('outage.title')}</h1>
      <Notice tone="problem" role="alert">
        <p>{refusalText({ code: 'server/unavailable' })}</p>
      </Notice>
      <p>
        <Button look="primary" onClick={onAgain}>
          {t('outage.again')}
        </Button>
      </p>
    </div>
  )
}
