import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { NoAnswer } from '../../platform/question.js'
import { Outage } from './outage.js'

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
