import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Tell } from '../workload.js'
import type { Errand, Report, Word } from './crowd-process.js'

const file = fileURLToPath(new URL('./crowd-process.js', import.meta.url))

/** The people in the hall, in a process of their own, so that they do not share the measuring one's event loop. */
export class Crowd {
  #child: ChildProcess = fork(file)
  #gone = once(this.#child, 'exit')
  #tell: Tell

  constructor(tell: Tell) {
    this.#tell = tell
  }

  /** Begins an errand; answers what was measured when it is done. */
  send(errand: Errand): Promise<Report> {
    return new Promise((resolve, reject) => {
      const onWord = (word: Word) => {
        if (word.word === 'progress') return this.#tell(word.line)
        this.#child.off('exit', onExit)
        this.#child.off('message', onWord)
        resolve(word.report)
      }
      const onExit = () => reject(new Error('the crowd has left'))
      this.#child.on('message', onWord)
      this.#child.once('exit', onExit)
      this.#child.send(errand)
    })
  }

  async leave(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#gone
  }
}
