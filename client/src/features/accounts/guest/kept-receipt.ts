/**
 * The code of a guest's receipt, kept in this window until it is closed: it can be looked at once more, on another page
 * too. The server has it as a hash and cannot say it again. `isNew` until the guest has seen it.
 */
import { ReceiptCode } from '@randnotiz/contract/accounts/guest'
import { useSyncExternalStore } from 'react'
import { z } from 'zod'

const Kept = z.object({ code: ReceiptCode, isNew: z.boolean() })
export type KeptReceipt = z.infer<typeof Kept>

const key = 'randnotiz.receipt'
const changed = 'randnotiz:receipt'

export function keepReceipt(code: ReceiptCode): void {
  store({ code, isNew: true })
}

export function markReceiptSeen(): void {
  const kept = parse(read())
  if (kept) store({ ...kept, isNew: false })
}

export function forgetReceipt(): void {
  store(null)
}

/** Null on the server, and when this window knows none. */
export function useKeptReceipt(): KeptReceipt | null {
  return parse(useSyncExternalStore(listen, read, () => null))
}

function listen(listener: () => void): () => void {
  window.addEventListener(changed, listener)
  return () => window.removeEventListener(changed, listener)
}

let withoutStorage: string | null = null

function store(kept: KeptReceipt | null): void {
  withoutStorage = kept && JSON.stringify(kept)
  try {
    if (withoutStorage === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, withoutStorage)
  } catch {
    // Forbidden or full: it lives as long as the page.
  }
  window.dispatchEvent(new Event(changed))
}

function read(): string | null {
  try {
    return sessionStorage.getItem(key) ?? withoutStorage
  } catch {
    return withoutStorage
  }
}

function parse(text: string | null): KeptReceipt | null {
  if (text === null) return null
  try {
    const kept = Kept.safeParse(JSON.parse(text))
    return kept.success ? kept.data : null
  } catch {
    return null
  }
}
