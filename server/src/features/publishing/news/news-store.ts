import { CommandId, NewsId, ProcessId, UserId } from '@randnotiz/contract/kit/ids'
import { LocalizedNews, NewsState, NewsTexts } from '@randnotiz/contract/publishing/news'
import { type Connection, Types } from 'mongoose'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../platform/mongo/ids.js'
import { newsModel } from './models.js'

export const NewsRecord = z.object({
  _id: stored(NewsId),
  processId: stored(ProcessId),
  texts: NewsTexts,
  words: LocalizedNews,
  state: NewsState,
  edition: z.number().int().positive(),
  untold: z.boolean(),
  createdAt: z.date(),
  editedAt: z.date(),
  authorId: stored(UserId),
  commandId: CommandId,
  lastCommand: z.string(),
})
export type NewsRecord = z.output<typeof NewsRecord>

export type NewNews = Pick<
  NewsRecord,
  'processId' | 'texts' | 'words' | 'state' | 'authorId' | 'commandId' | 'untold'
> & { id: NewsId; at: Date }

export type NewsEdit = Partial<Pick<NewsRecord, 'texts' | 'words' | 'state' | 'untold'>> & {
  at: Date
  command: string
}

const wasPublic = ['published', 'withdrawn']

/** News items. A change holds only for the edition that it was made of, so that nobody overwrites anybody. */
export class NewsStore {
  readonly #news: ReturnType<typeof newsModel>

  constructor(connection: Connection) {
    this.#news = newsModel(connection)
  }

  /** The one that is there already where this person's command has made one. */
  async insert({ id, at, ...item }: NewNews): Promise<NewsRecord> {
    const row = { ...item, _id: new Types.ObjectId(id), edition: 1, createdAt: at, editedAt: at }
    try {
      const created = await this.#news.create({ ...row, lastCommand: item.commandId })
      return NewsRecord.parse(created.toObject())
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      const { authorId, commandId } = item
      return NewsRecord.parse(await this.#news.findOne({ authorId, commandId }).lean())
    }
  }

  /** Null when it is another edition by now. */
  async change({ _id, edition }: NewsRecord, { at, command, ...edit }: NewsEdit): Promise<NewsRecord | null> {
    const set = { ...edit, editedAt: at, lastCommand: command }
    const row = await this.#news
      .findOneAndUpdate({ _id, edition }, { $set: set, $inc: { edition: 1 } }, { returnDocument: 'after' })
      .lean()
    return row ? NewsRecord.parse(row) : null
  }

  /** Answers whether it was there in this edition. */
  async remove({ _id, edition }: NewsRecord): Promise<boolean> {
    return (await this.#news.deleteOne({ _id, edition })).deletedCount === 1
  }

  async markTold(id: NewsId): Promise<void> {
    await this.#news.updateOne({ _id: id }, { $set: { untold: false } })
  }

  async byId(id: NewsId): Promise<NewsRecord | null> {
    const row = await this.#news.findById(id).lean()
    return row ? NewsRecord.parse(row) : null
  }

  /** What was changed last comes first. */
  async ofProcess(processId: ProcessId): Promise<NewsRecord[]> {
    const rows = await this.#news.find({ processId }).sort({ editedAt: -1, _id: -1 }).lean()
    return rows.map(row => NewsRecord.parse(row))
  }

  /** What is or was public, the newest first, behind one of them. */
  async publicOf(
    processId: ProcessId,
    { behind, limit }: { behind: NewsRecord | null; limit: number },
  ): Promise<NewsRecord[]> {
    const filter = { processId, 'state.state': { $in: wasPublic }, ...(behind ? older(behind) : {}) }
    const rows = await this.#news.find(filter).sort({ 'state.publishedAt': -1, _id: -1 }).limit(limit).lean()
    return rows.map(row => NewsRecord.parse(row))
  }

  async scheduled(): Promise<NewsRecord[]> {
    const rows = await this.#news.find({ 'state.state': 'scheduled' }).sort({ _id: 1 }).lean()
    return rows.map(row => NewsRecord.parse(row))
  }

  /** What is public and followers have not heard of yet. */
  async untold(): Promise<NewsRecord[]> {
    const rows = await this.#news.find({ 'state.state': 'published', untold: true }).sort({ _id: 1 }).lean()
    return rows.map(row => NewsRecord.parse(row))
  }
}

function older({ _id, state }: NewsRecord) {
  const publishedAt = 'publishedAt' in state ? state.publishedAt : ''
  return {
    $or: [
      { 'state.publishedAt': { $lt: publishedAt } },
      { 'state.publishedAt': publishedAt, _id: { $lt: new Types.ObjectId(_id) } },
    ],
  }
}
