import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import type { Minutes } from '@randnotiz/contract/workshops/minutes'
import { WordFile } from '../../../platform/office/word-file.js'
import { printable } from '../../../platform/printing/html.js'
import { pageEnd, pageStart } from '../../../platform/printing/page-html.js'
import type { Printer } from '../../../platform/printing/print-pdf.js'
import { minutesHtml } from './minutes-html.js'
import { minutesWords } from './minutes-words.js'

export type MinutesFormat = 'pdf' | 'docx'
export type MinutesOrder = { minutes: Minutes; format: MinutesFormat; language: Language; address: string }

/** So many files are kept; whoever asks for another one's waits for it to be made. */
const mostKept = 24

const patience = () => AbortSignal.timeout(60_000)

/**
 * Minutes as files, each made once for what stands in it: a permanent address that many ask for must not print for each
 * of them. One is printed at a time.
 */
export class MinutesFiles {
  #printer: Printer | null
  #made = new Map<string, Promise<Buffer | null>>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(printer: Printer | null) {
    this.#printer = printer
  }

  /** Null where there is no program that prints. */
  file(order: MinutesOrder): Promise<Buffer | null> {
    if (order.format === 'pdf' && this.#printer === null) return Promise.resolve(null)
    const key = createHash('sha256').update(JSON.stringify(order)).digest('hex')
    const known = this.#made.get(key)
    if (known) return known
    const making = this.#last.then(() => this.#make(order))
    this.#last = making.catch(() => undefined)
    this.#made.set(key, making)
    making.catch(() => this.#made.delete(key))
    for (const old of [...this.#made.keys()].slice(0, -mostKept)) this.#made.delete(old)
    return making
  }

  /** Resolves when nothing is being made any more. */
  async close(): Promise<void> {
    await this.#last
  }

  async #make(order: MinutesOrder): Promise<Buffer | null> {
    const directory = await mkdtemp(join(tmpdir(), 'randnotiz-minutes-'))
    try {
      const to = join(directory, `minutes.${order.format}`)
      if (order.format === 'docx') writeWord(to, order)
      else await this.#print(directory, to, order)
      return await readFile(to)
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  }

  async #print(directory: string, to: string, order: MinutesOrder): Promise<void> {
    const { minutes, language, address } = order
    const title = minutesWords(language).title(minutes.title)
    const from = join(directory, 'page.html')
    const body = printable(minutesHtml(minutes, { language, address, top: 2 }))
    await writeFile(from, pageStart({ title, language, look: 'portrait' }) + body + pageEnd)
    const foot = { left: title, ...minutesWords(language).page }
    await this.#printer?.print({ from, to, orientation: 'portrait', foot }, patience())
  }
}

function writeWord(path: string, { minutes, language, address }: MinutesOrder): void {
  const words = minutesWords(language)
  const title = words.title(minutes.title)
  const file = new WordFile(path, {
    title,
    language,
    orientation: 'portrait',
    foot: { left: title, ...words.page },
  })
  file.title(title)
  file.write(minutesHtml(minutes, { language, address, top: 1 }))
  file.close()
}
