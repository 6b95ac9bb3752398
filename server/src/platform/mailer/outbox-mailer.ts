import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mailer } from './mail.js'
import { messageOf } from './smtp-mailer.js'

/** A mail in the outbox: what its file says in front, and the whole of it. */
export type OutboxFile = { name: string; writtenAt: Date }

export type Outbox = Mailer & {
  /** The newest first. */
  list(): Promise<OutboxFile[]>
  /** Removes what was written to an address. */
  forget(to: string): Promise<void>
  /** Null when there is no such file. */
  read(name: string): Promise<string | null>
}

const fileName = /^[0-9a-f]{32}\.eml$/

/**
 * Where no mail server is set, mails are files in a directory that only the server's owner can read. A mail that is
 * delivered twice replaces its own file.
 */
export function createOutbox(directory: string, from: string): Outbox {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    send: async delivery => {
      const { message } = await composer.sendMail(messageOf(delivery, from))
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const digest = createHash('sha256').update(delivery.messageId).digest('hex').slice(0, 32)
      const path = join(directory, `${digest}.eml`)
      await writeFile(`${path}.draft`, message, { mode: 0o600, flush: true })
      await rename(`${path}.draft`, path)
    },
    list: async () => {
      const names = (await readdir(directory).catch(() => [])).filter(name => fileName.test(name))
      const files = names.map(async name => ({ name, writtenAt: (await stat(join(directory, name))).mtime }))
      return (await Promise.all(files)).sort((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime())
    },
    forget: async to => {
      const names = (await readdir(directory).catch(() => [])).filter(name => fileName.test(name))
      for (const name of names) {
        const [head] = (await readFile(join(directory, name), 'utf8')).split('\r\n\r\n')
        if (addressed(head ?? '', to)) await rm(join(directory, name), { force: true })
      }
    },
    read: async name =>
      fileName.test(name) ? readFile(join(directory, name), 'utf8').catch(() => null) : null,
    close: () => composer.close(),
  }
}

/** Whether the head of a mail names this address as its receiver. */
function addressed(head: string, to: string): boolean {
  const line = head.split('\r\n').find(each => each.toLowerCase().startsWith('to:')) ?? ''
  return line.slice('to:'.length).trim().toLowerCase() === to.toLowerCase()
}
