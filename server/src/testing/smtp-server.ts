import { createServer, type Socket } from 'node:net'

export type ReceivedMail = { from: string; to: string; source: string }

/** A real SMTP server on loopback that keeps what it is given; as much of RFC 5321 as a client needs. */
export type TestSmtp = {
  url: string
  mails: ReceivedMail[]
  /** What it answers next, by verb, instead of accepting; `hang-up` cuts the connection after having taken the mail. */
  misbehave(how: Misbehaviour | null): void
  close(): Promise<void>
}

export type Misbehaviour = '451 later' | '550 no such user' | 'hang-up'

export async function startSmtp(): Promise<TestSmtp> {
  const mails: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  let misbehaviour: Misbehaviour | null = null
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    converse(socket, { accept: mail => mails.push(mail), how: () => misbehaviour })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    misbehave: how => {
      misbehaviour = how
    },
    close: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

type Talk = { accept(mail: ReceivedMail): void; how(): Misbehaviour | null }

function converse(socket: Socket, { accept, how }: Talk): void {
  let buffer = ''
  let envelope = { from: '', to: '' }
  let receiving = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test ready')
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    buffer += chunk
    while (next()) {}
  })

  function next(): boolean {
    const mark = receiving ? '\r\n.\r\n' : '\r\n'
    const end = buffer.indexOf(mark)
    if (end < 0) return false
    const taken = buffer.slice(0, end)
    buffer = buffer.slice(end + mark.length)
    if (receiving) takeMail(taken)
    else takeCommand(taken)
    return true
  }

  function takeMail(taken: string): void {
    receiving = false
    accept({ ...envelope, source: taken.replace(/^\.\./gm, '.') })
    if (how() === 'hang-up') return void socket.destroy()
    say('250 taken')
  }

  function takeCommand(line: string): void {
    const verb = line.slice(0, 4).toUpperCase()
    const refusal = how()
    if (verb === 'EHLO' || verb === 'HELO') say('250 test')
    else if (verb === 'MAIL') {
      envelope = { from: addressIn(line), to: '' }
      say('250 ok')
    } else if (verb === 'RCPT') {
      if (refusal === '550 no such user' || refusal === '451 later') return void say(refusal)
      envelope.to = addressIn(line)
      say('250 ok')
    } else if (verb === 'DATA') {
      receiving = true
      say('354 go on')
    } else if (verb === 'QUIT') {
      say('221 bye')
      socket.end()
    } else say('250 ok')
  }
}

const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? ''

/** The value of a header, unfolded; undefined when there is none. */
export function headerOf({ source }: ReceivedMail, name: string): string | undefined {
  const head = (source.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find(each => each.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line?.slice(name.length + 1).trim()
}

/** The readable words of a mail: quoted-printable and base64 undone. */
export function wordsOf({ source }: ReceivedMail): string {
  return source
    .replace(/=\r?\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, code => Buffer.from(code.replaceAll('=', ''), 'hex').toString())
}
