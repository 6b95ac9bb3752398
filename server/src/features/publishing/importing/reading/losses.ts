import { type Loss, type LossKind, lossWordsLimit } from '@randnotiz/contract/publishing/text-file'

/** Kinds that come by the dozen, and are told once for each heading. */
const toldOnce: ReadonlySet<LossKind> = new Set<LossKind>(['formatting', 'heading-level', 'style', 'form'])

/** Keeps what a file loses, with the heading it stands under. */
export class Losses {
  readonly list: Loss[] = []
  /** Words of the heading that was read last. */
  under: string | null = null

  add(kind: LossKind, words: string): void {
    const said = excerpt(words)
    const known = this.list.find(
      loss => loss.kind === kind && loss.under === this.under && sameOne(loss, said),
    )
    if (known) known.count++
    else this.list.push({ kind, under: this.under, words: said, count: 1 })
  }
}

const sameOne = (loss: Loss, said: string): boolean => toldOnce.has(loss.kind) || loss.words === said

export function excerpt(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > lossWordsLimit ? `${line.slice(0, lossWordsLimit - 1)}…` : line
}
