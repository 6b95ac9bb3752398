import { randomUUID } from 'node:crypto'
import { getNotices } from '@randnotiz/contract/accounts/notice-endpoints'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import { listAnnotations, postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import type { Verdict } from '@randnotiz/contract/annotations/moderation/decision'
import {
  changeModerationSettings,
  decideModeration,
  getModerationQueue,
  getModerationSettings,
  reportContribution,
} from '@randnotiz/contract/annotations/moderation/endpoints'
import type { ModerationSettings } from '@randnotiz/contract/annotations/moderation/settings'
import type { DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { demoPeople } from '@randnotiz/test-kit/demo-people'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { callEndpoint } from '../../../../testing/call-endpoint.js'
import { readDocument } from '../../../../testing/demo-document.js'
import { startSmtp, type TestSmtp } from '../../../../testing/smtp-server.js'
import { proveWork } from '../../../../testing/solve-challenge.js'
import { startTestApp, type TestApp } from '../../../../testing/start-app.js'
import { creation } from '../../testing/town.js'

/** Moderation on the whole server: citizens, two moderators, people without an account, and a mail server. */
export let app: TestApp
export let smtp: TestSmtp
export let documentId: DocumentId
export let processId: ProcessId
export let now = new Date()
export let settings: ModerationSettings
export const cookies: Record<'heidi' | 'werner' | 'ulrike' | 'birte', string> = {
  heidi: '',
  werner: '',
  ulrike: '',
  birte: '',
}

/** The server's clock shows another time from now on. */
export function setNow(moment: Date): void {
  now = moment
}

/** Opens it for the tests of a file, with the rules as they come before each. */
export function useModeratedTown(): void {
  beforeAll(async () => {
    smtp = await startSmtp()
    const env = { SMTP_URL: smtp.url, MAIL_FROM: 'stadt@example.org' }
    app = await startTestApp({ clientDist: '', clock: { now: () => now }, env })
    documentId = (await readDocument(app.url, 'transparente-stadt')).document.id
    processId = (await call(callEndpoint(app.url, getHome))).process.id
    cookies.heidi = await app.signIn(demoPeople.heidi)
    cookies.werner = await app.signIn(demoPeople.werner)
    cookies.ulrike = await app.signIn(demoPeople.moderator)
    cookies.birte = await app.signIn(demoPeople.admin)
    const page = { params: { processId }, cookie: cookies.ulrike }
    settings = (await call(callEndpoint(app.url, getModerationSettings, page))).settings
  })
  afterAll(async () => {
    await app.close()
    await smtp.close()
  })
  beforeEach(() => change({}))
}

export async function call<Value>(result: Promise<Result<Value>>): Promise<Value> {
  const answer = await result
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

export const refused = (code: string) => ({ ok: false, refusal: { code } })

export const change = (changes: Partial<ModerationSettings>) =>
  call(
    callEndpoint(app.url, changeModerationSettings, {
      params: { processId },
      body: { ...settings, ...changes },
      cookie: cookies.ulrike,
    }),
  )

export const write = (body: string, changes: Partial<CreateAnnotation> = {}, cookie = cookies.heidi) =>
  call(callEndpoint(app.url, postAnnotation, { body: creation(documentId, { body, ...changes }), cookie }))

/** What somebody gets to see of an annotation; everybody without a cookie. */
export async function seen({ id }: Annotation, cookie?: string): Promise<Annotation> {
  for (let since = 0; ; ) {
    const query = { since: String(since) }
    const page = await call(
      callEndpoint(app.url, listAnnotations, {
        params: { documentId },
        query,
        ...(cookie ? { cookie } : {}),
      }),
    )
    const found = page.annotations.find(annotation => annotation.id === id)
    if (found && page.upTo === page.head) return found
    if (page.upTo === page.head) throw new Error('it is gone')
    since = page.upTo
  }
}

export const queueItem = async ({ id }: Annotation) =>
  (await call(callEndpoint(app.url, getModerationQueue, { cookie: cookies.ulrike }))).items.find(
    ({ subject }) => subject.annotationId === id,
  )

export const decide = (
  annotation: Annotation,
  verdict: Verdict,
  cookie = cookies.ulrike,
  commandId: string = randomUUID(),
) =>
  callEndpoint(app.url, decideModeration, {
    body: {
      commandId,
      subject: { annotationId: annotation.id, replyId: null },
      edition: annotation.edition,
      verdict,
    },
    cookie,
  })

export const hide = {
  kind: 'hide',
  rule: 'insult',
  facts: 'Der Beitrag nennt den Bürgermeister einen Esel.',
  duration: { lasts: 'until-edited' },
} satisfies Verdict

export const lastNotice = async (cookie: string) =>
  (await call(callEndpoint(app.url, getNotices, { cookie }))).notices.at(-1)?.event

export async function report(annotation: Annotation, changes: object = {}, headers?: Record<string, string>) {
  const body = {
    commandId: randomUUID(),
    subject: { annotationId: annotation.id, replyId: null },
    rule: 'insult',
    explanation: 'Das ist eine Beleidigung.',
    email: null,
    website: '',
    ...changes,
  }
  return callEndpoint(app.url, reportContribution, { body, headers: headers ?? (await proveWork(app.url)) })
}
