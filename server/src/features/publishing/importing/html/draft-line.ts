import type { DraftNode } from '../reading/file-jobs.js'

export type DraftMark = { type: 'bold' | 'italic' | 'link'; attrs?: { href: string } }

/** One line of text as it grows; white space is what HTML makes of it. */
export class DraftLine {
  #pieces: DraftNode[] = []

  addText(text: string, marks: readonly DraftMark[]): void {
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ')
    const spaced = this.#endsInSpace() ? collapsed.replace(/^ /, '') : collapsed
    if (spaced === '') return
    this.#pieces.push({ type: 'text', text: spaced, ...(marks.length > 0 ? { marks: [...marks] } : {}) })
  }

  addBreak(): void {
    this.#trimEnd()
    this.#pieces.push({ type: 'hardBreak' })
  }

  /** The pieces without space or breaks at their end; the line is empty afterwards. */
  take(): DraftNode[] {
    this.#trimEnd()
    while (this.#pieces.at(-1)?.type === 'hardBreak') {
      this.#pieces.pop()
      this.#trimEnd()
    }
    const pieces = this.#pieces
    this.#pieces = []
    return pieces
  }

  /** Whether a space here would be the second one, or the first thing in a line. */
  #endsInSpace(): boolean {
    const last = this.#pieces.at(-1)
    return last?.text === undefined || last.text.endsWith(' ')
  }

  #trimEnd(): void {
    const last = this.#pieces.at(-1)
    if (last?.text?.endsWith(' ') !== true) return
    const text = last.text.slice(0, -1)
    if (text === '') this.#pieces.pop()
    else last.text = text
  }
}
