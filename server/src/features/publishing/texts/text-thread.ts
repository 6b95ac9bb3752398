import type { ComparedRow } from '@randnotiz/document-schema/compare/compare-content'
import { JobThread, threadFile } from '../../../platform/threads/job-thread.js'
import type { ComposedText, DraftedText, Rewriting, TextAnswer, TextJob, WantedText } from './text-jobs.js'

/** Work on whole texts, in a thread of its own. */
export class TextThread {
  readonly #thread = new JobThread<TextJob, TextAnswer>({
    name: 'texts',
    file: threadFile('./text-worker.js', import.meta.url),
  })

  /** What is kept of the text that a Yjs update holds. */
  async compose(update: Uint8Array): Promise<ComposedText> {
    const answer = await this.#thread.run({ kind: 'compose', update })
    if (answer.kind !== 'composed') throw new Error(`not composed: ${answer.kind}`)
    return answer.text
  }

  /** The same of a text in Markdown. */
  async composeMarkdown(markdown: string, seed: string): Promise<ComposedText> {
    const answer = await this.#thread.run({ kind: 'markdown', markdown, seed })
    if (answer.kind !== 'composed') throw new Error(`not composed: ${answer.kind}`)
    return answer.text
  }

  /** What a live text would become; null when the draft is no text of our schema. */
  async rewrite(update: Uint8Array, wanted: WantedText): Promise<Rewriting | null> {
    const answer = await this.#thread.run({ kind: 'rewrite', update, wanted })
    return answer.kind === 'rewriting' ? answer.rewriting : null
  }

  /** What a draft would look like; null when it is no text of our schema. */
  async draft(content: unknown): Promise<DraftedText | null> {
    const answer = await this.#thread.run({ kind: 'draft', content })
    return answer.kind === 'drafted' ? answer.draft : null
  }

  /** A draft as the beginning of a new document, as one Yjs update; null when it is no text of our schema. */
  async begin(content: unknown, seed: string): Promise<Uint8Array | null> {
    const answer = await this.#thread.run({ kind: 'begin', content, seed })
    return answer.kind === 'begun' ? answer.update : null
  }

  /** Two contents, each as canonical JSON. */
  async compare(before: string, after: string): Promise<ComparedRow[]> {
    const answer = await this.#thread.run({ kind: 'compare', before, after })
    if (answer.kind !== 'compared') throw new Error(`not compared: ${answer.kind}`)
    return answer.rows
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
