import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { keepable } from '../../../../platform/http/answer.js'
import type { DeedParts } from '../../deeds/parts.js'
import type { Whole } from './whole.js'

/** A request for something of a document or a process, whose answer is still to be written. */
export type Asked = { request: Request; response: Response; whole: Whole }

type Parts = Pick<DeedParts, 'feed' | 'changes' | 'liveText' | 'siteAddress' | 'licence'>

/** The moments of a news item say which of its wordings it is. */
const isText = (value: unknown) => typeof value === 'string'

/**
 * Whether whoever asks has it already; answers them then. Everything that can be seen of contributions goes through the
 * change feeds, so their numbers name what a list of them holds.
 */
export async function isKnown(
  parts: Parts,
  { request, response, whole }: Asked,
  form: string,
): Promise<boolean> {
  const heads: string[] = [form, parts.siteAddress(), parts.licence, whole.title.de]
  heads.push(...whole.news.map(({ id, ...news }) => `${id} ${Object.values(news).filter(isText).join(' ')}`))
  for (const { id } of whole.documents) {
    await parts.feed.flush(id)
    const live = await parts.liveText(id)
    heads.push(id, String(await parts.changes.head(id)), live?.stateVector ?? '')
  }
  keepable(response)
  response.setHeader(
    'ETag',
    `W/"${createHash('sha256').update(heads.join('\n')).digest('base64url').slice(0, 27)}"`,
  )
  if (!request.fresh) return false
  response.status(304).end()
  return true
}
