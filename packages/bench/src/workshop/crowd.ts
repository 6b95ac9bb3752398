import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Errand, Report } from './crowd-process.js'

const file = fileURLToPath(new URL('./crowd-process.js', import.meta.url))

/** The people in the hall, in a process of their own, so that they do not share the measuring one's event loop. */
export class Crowd {
  #child: ChildProcess = fork(file)
  #gone = once(this.#child, 'exit')

  /** Begins an errand; answers what was measured when it is done. */
  send(errand: Errand): Promise<Report> {
    return new Promise((resolve, reject) => {
      const onReport = (report: Report) => {
        this.#child.off('exit', onExit)
        resolve(report)
      }
      const onExit = () => reject(new Error('the crowd has left'))
      this.#child.once('message', onReport)
      this.#child.once('exit', onExit)
      this.#child.send(errand)
    })
  }

  async leave(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#gone
  }
}
