import { BlockId, CommandId, DocumentId, StepId, WorkshopId } from '@randnotiz/contract/kit/ids'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import { refuse } from '@randnotiz/contract/kit/result'
import { JoinCode } from '@randnotiz/contract/workshops/hall'
import { describe, expect, it, vi } from 'vitest'
import { noRealtime, type Realtime } from '../../../platform/realtime.js'
import { newCommandId } from '../live/new-ids.js'
import { Device, type Drawer } from './device.js'
import { HallClient } from './hall-client.js'

const code = JoinCode.parse('ABCDEF')
const stepId = StepId.parse('00000000-0000-4000-8000-000000000001')

/** What a browser keeps, over closed pages. */
function aDrawer(): Drawer {
  const kept = new Map<string, string>()
  return {
    getItem: name => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: name => void kept.delete(name),
  }
}

function aDevice(drawer: Drawer): Device {
  const device = new Device(drawer, code)
  device.remember({ workshopId: WorkshopId.parse('a'.repeat(24)) })
  return device
}

const refusing = (code: RefusalCode): Realtime => ({ ...noRealtime, send: async () => refuse(code) })

const said = {
  stepId,
  documentId: DocumentId.parse('b'.repeat(24)),
  blockId: BlockId.parse('block-1'),
  quote: null,
  kind: 'idea',
  body: 'Am Markt fehlt eine Bank.',
  replacement: null,
} as const

const open = (drawer: Drawer, refusal: RefusalCode) =>
  new HallClient({ realtime: refusing(refusal), device: aDevice(drawer), code })

describe('a contribution', () => {
  it('stays on the device, over a closed page, until it is taken', async () => {
    const drawer = aDrawer()
    open(drawer, 'server/unavailable').contribute(said)
    const later = new HallClient({ realtime: noRealtime, device: new Device(drawer, code), code })
    expect(later.state.unsent).toMatchObject([{ deed: 'contribution', body: said.body }])
  })

  it('comes back with its words when the step has ended meanwhile, and stays over a closed page', async () => {
    const drawer = aDrawer()
    const client = open(drawer, 'workshops/not-gathering')
    client.contribute(said)
    await vi.waitFor(() => expect(client.state.unsent).toEqual([]))
    expect(client.state.refused?.refusal.code).toBe('workshops/not-gathering')
    const later = new HallClient({ realtime: noRealtime, device: new Device(drawer, code), code })
    expect(later.state.returned).toMatchObject([{ body: said.body }])
  })

  it('is forgotten when whoever wrote it lets it go', async () => {
    const drawer = aDrawer()
    const client = open(drawer, 'workshops/not-gathering')
    client.contribute(said)
    await vi.waitFor(() => expect(client.state.returned).toHaveLength(1))
    client.discardReturned(newCommandId())
    expect(client.state.returned).toHaveLength(1)
    client.discardReturned(CommandId.parse(client.state.returned[0]?.commandId))
    expect(new Device(drawer, code).memory.returned).toEqual([])
  })
})
