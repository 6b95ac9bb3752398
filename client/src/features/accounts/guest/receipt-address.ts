import { readReceiptCode } from '@randnotiz/domain/accounts/receipt-code'

export const receiptPath = '/beleg'

/** The code stands behind the `#`, which a browser tells no server. */
export const receiptAddress = (origin: string, code: string) => `${origin}${receiptPath}#${code}`

/** The code in an address; null when there is none. */
export const codeOfHash = (hash: string) => readReceiptCode(hash)
