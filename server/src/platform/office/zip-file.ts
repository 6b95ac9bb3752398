import { closeSync, openSync, writeSync } from 'node:fs'
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file inside, written piece by piece; only one is open at a time. */
export type ZipEntry = { write(text: string): void; end(): void }

/** So many characters are compressed at once. */
const portion = 64 * 1024

/**
 * A zip archive that is written to disk while it is made, so that its size costs no memory. Synchronous, for threads
 * that serve nobody.
 */
export class ZipFile {
  readonly #descriptor: number
  readonly #zip: Zip

  constructor(path: string) {
    const descriptor = openSync(path, 'w')
    this.#descriptor = descriptor
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error
      writeSync(descriptor, bytes)
    })
  }

  entry(name: string): ZipEntry {
    const entry = new ZipDeflate(name, { level: 6 })
    this.#zip.add(entry)
    let waiting = ''
    return {
      write: text => {
        waiting += text
        if (waiting.length < portion) return
        entry.push(strToU8(waiting))
        waiting = ''
      },
      end: () => entry.push(strToU8(waiting), true),
    }
  }

  /** A whole file. */
  add(name: string, text: string): void {
    const entry = this.entry(name)
    entry.write(text)
    entry.end()
  }

  /** A whole file that is compressed already. */
  addBytes(name: string, bytes: Uint8Array): void {
    const entry = new ZipPassThrough(name)
    this.#zip.add(entry)
    entry.push(bytes, true)
  }

  close(): void {
    this.#zip.end()
    closeSync(this.#descriptor)
  }
}
