import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { BlockId, CommandId, DocumentId, StepId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { DeviceKey, type JoinCode, TableCounts } from '@randnotiz/contract/workshops/hall'
import { Choices } from '@randnotiz/contract/workshops/voting'
import { z } from 'zod'
import { newDeviceKey } from '../live/new-ids.js'

const id = { commandId: CommandId }

/** Something that somebody has done on this device and the server has not confirmed yet. */
export const Unsent = z.discriminatedUnion('deed', [
  z.object({
    deed: z.literal('ballot'),
    ...id,
    stepId: StepId,
    round: z.number().int().positive(),
    choices: Choices,
  }),
  z.object({
    deed: z.literal('table'),
    ...id,
    stepId: StepId,
    round: z.number().int().positive(),
    counts: TableCounts,
  }),
  z.object({ deed: z.literal('hand'), ...id, raised: z.boolean() }),
  z.object({
    deed: z.literal('contribution'),
    ...id,
    stepId: StepId,
    documentId: DocumentId,
    blockId: BlockId.nullable(),
    quote: z.string().nullable(),
    kind: AnnotationKind,
    body: z.string(),
    replacement: z.string().nullable(),
  }),
])
export type Unsent = z.infer<typeof Unsent>
export type UnsentContribution = Extract<Unsent, { deed: 'contribution' }>

const isContribution = (unsent: Unsent): unsent is UnsentContribution => unsent.deed === 'contribution'

/** What a device remembers of one workshop: who it is, and what is still to be sent. */
export const DeviceMemory = z.object({
  key: DeviceKey,
  workshopId: WorkshopId.nullable(),
  name: z.string(),
  unsent: z.array(Unsent),
  /** Words that the server did not take: kept until whoever wrote them has copied them or lets them go. */
  returned: z
    .array(Unsent)
    .default([])
    .transform(all => all.filter(isContribution)),
  /** The page does not move by itself when the lead points at something. */
  staysPut: z.boolean().default(false),
})
export type DeviceMemory = z.infer<typeof DeviceMemory>

export type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const nameOf = (code: JoinCode) => `randnotiz:werkstatt:${code}`

/** Survives sleep and a closed page; a browser that keeps nothing forgets with the page. */
export class Device {
  memory: DeviceMemory
  #drawer: Drawer
  #code: JoinCode

  constructor(drawer: Drawer, code: JoinCode) {
    this.#drawer = drawer
    this.#code = code
    this.memory = this.#read() ?? {
      key: newDeviceKey(),
      workshopId: null,
      name: '',
      unsent: [],
      returned: [],
      staysPut: false,
    }
  }

  remember(change: Partial<DeviceMemory>): void {
    this.memory = { ...this.memory, ...change }
    this.#write(nameOf(this.#code), JSON.stringify(this.memory))
  }

  /** Words that somebody is writing; an empty string when there are none. */
  draft(name: string): string {
    try {
      return this.#drawer.getItem(`${nameOf(this.#code)}:${name}`) ?? ''
    } catch {
      return ''
    }
  }

  keepDraft(name: string, words: string): void {
    this.#write(`${nameOf(this.#code)}:${name}`, words)
  }

  #read(): DeviceMemory | null {
    try {
      return DeviceMemory.parse(JSON.parse(this.#drawer.getItem(nameOf(this.#code)) ?? ''))
    } catch {
      return null
    }
  }

  #write(name: string, value: string): void {
    try {
      if (value === '') this.#drawer.removeItem(name)
      else this.#drawer.setItem(name, value)
    } catch {
      // Private windows and full devices keep nothing; the page goes on without.
    }
  }
}
