import { joinAsGuest } from '@randnotiz/contract/accounts/endpoints'
import { CommandId, type UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result } from '@randnotiz/contract/kit/result'
import { useRef } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import { useBecomeGuest } from '../../../platform/viewer.js'
import { keepReceipt } from './kept-receipt.js'

/** Takes part under a name; answers the guest's id. Asked again after a lost answer it makes no second guest. */
export function useJoinAsGuest(): (pseudonym: string) => Promise<Result<UserId>> {
  const { call } = usePlatform()
  const become = useBecomeGuest()
  const commandId = useRef<CommandId | null>(null)
  return async pseudonym => {
    commandId.current ??= CommandId.parse(crypto.randomUUID())
    const body = { commandId: commandId.current, pseudonym }
    const joined = await call(joinAsGuest, { params: {}, query: {}, body })
    if (!joined.ok) return joined
    const { viewer, receipt } = joined.value
    if (viewer.kind === 'anonymous') throw new Error('nobody has joined')
    if (receipt !== null) keepReceipt(receipt)
    become(viewer)
    return accept(viewer.id)
  }
}
