import { createHash, createHmac } from 'node:crypto'
import type { CommandId } from '@randnotiz/contract/kit/ids'
import { readReceiptCode, receiptCodeOf } from '@randnotiz/domain/accounts/receipt-code'

/**
 * Codes of receipts. A code follows from the command that asked for it and the server's secret, so that the same command
 * sent again after a lost answer gets the same code, and nobody has to keep it: the database has its hash. With 100
 * random bits in a code a fast hash is enough.
 */
export class Receipts {
  readonly #secret: string

  constructor(secret: string) {
    this.#secret = secret
  }

  codeFor(commandId: CommandId): string {
    return receiptCodeOf(createHmac('sha256', this.#secret).update(`receipt ${commandId}`).digest())
  }

  /** Recognises the command that made a guest; the database cannot tell which it was. */
  joinKeyOf(commandId: CommandId): string {
    return createHmac('sha256', this.#secret).update(`join ${commandId}`).digest('hex')
  }

  /** Null for what can be no code. */
  hashOf(typed: string): string | null {
    const code = readReceiptCode(typed)
    return code === null ? null : createHash('sha256').update(code).digest('hex')
  }
}
