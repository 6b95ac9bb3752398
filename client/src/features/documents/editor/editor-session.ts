/**
 * One open text in one browser tab: the `Y.Doc`, its copy on this device and its connection to the server.
 *
 * The copy is read first, then the connection opens: the server sends only what is missing here, learns what was typed
 * without a connection, and refuses a copy of a text that was replaced meanwhile: then what only this copy had is given
 * back as plain text, and the copy is forgotten. A text is shown (`opened`) once
 * there is something to show; an editor over a text that has not arrived would write an empty paragraph into it.
 */

import { closeCodes } from '@randnotiz/collab/close-codes'
import { observeSaves, type SaveObserver } from '@randnotiz/collab/save-state'
import { unsentText } from '@randnotiz/collab/unsent-text'
import type { DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type DeviceCopy, keepDeviceCopy } from './device-copy.js'
import { DurableOperations } from './durable-operations.js'
import { presentTypists, type Typist } from './presence.js'
import { type ReturnedTexts, returnedTexts } from './returned-texts.js'
import { endingOf, type SaveObservation, type SessionEnding } from './save-status.js'

/** Whose edits these are; another account on the same device never sends them as its own. */
export type SessionKey = { documentId: DocumentId; userId: UserId }

export type SessionState = {
  /** The text is here: from the server, or from this device. */
  opened: boolean
  /** The text was replaced and nothing of it is left on this device: another session may open the new one. */
  over: boolean
  saves: SaveObservation
  typists: readonly Typist[]
}

export class EditorSession {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  private readonly copy: DeviceCopy
  readonly durable = new DurableOperations()
  private readonly returned: ReturnedTexts
  private readonly saves: SaveObserver
  private readonly listeners = new Set<() => void>()
  private state: SessionState
  private opened = false
  private unsaved = false
  private ending: SessionEnding | null = null
  private over = false
  private closed = false

  constructor(
    key: SessionKey,
    private readonly collabAddress: string,
  ) {
    const { documentId, userId } = key
    this.returned = returnedTexts(key)
    this.copy = keepDeviceCopy(this, `randnotiz.text.${userId}.${documentId}`)
    // Without BroadcastChannel: tabs would pass edits on to each other past the server's rights.
    const options = { connect: false, disableBc: true }
    this.provider = new WebsocketProvider(this.collabAddress, documentId, this.doc, options)
    this.saves = observeSaves(this.provider)
    this.state = this.look()
    this.watch()
    this.copy.ready.then(() => this.connect())
  }

  /** The same object until something changes. */
  readonly snapshot = (): SessionState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Shows this person to the others; null takes them off the list. */
  appearAs(typist: Typist | null): void {
    const user = typist === null ? null : { name: typist.name, color: typist.colour }
    this.provider.awareness.setLocalState(user === null ? null : { user })
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    window.removeEventListener('offline', this.onOffline)
    window.removeEventListener('online', this.onOnline)
    this.saves.detach()
    this.provider.destroy()
    this.copy.close()
    this.doc.destroy()
  }

  private connect(): void {
    if (this.closed) return
    const epoch = this.copy.epoch()
    if (epoch !== null) this.provider.params = { epoch }
    if (documentFragment(this.doc).length > 0) this.opened = true
    this.provider.connect()
    this.update()
  }

  private watch(): void {
    this.copy.subscribe(this.update)
    this.provider.awareness.on('change', this.update)
    this.provider.on('sync', this.onSync)
    this.provider.on('closed', this.onClosed)
    this.saves.onState(this.onSaveState)
    this.saves.onNotice(notice => {
      if (notice.kind !== 'refused') return
      this.end(notice.reason === 'document-full' ? 'text-full' : 'not-permitted')
    })
    this.doc.on('update', this.onUpdate)
    window.addEventListener('offline', this.onOffline)
    window.addEventListener('online', this.onOnline)
  }

  /** At once, instead of after half a minute of silence. */
  private readonly onOffline = () => this.provider.disconnect()

  private readonly onOnline = () => {
    if (this.ending === null) this.provider.connect()
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === this.provider) this.durable.receive(update)
    if (origin === this.provider || this.unsaved) return
    this.unsaved = true
    this.update()
  }

  private readonly onSync = (synced: boolean) => {
    if (synced) this.opened = true
    this.update()
  }

  private readonly onSaveState = () => {
    if (this.saves.state() === 'saved') {
      this.unsaved = false
      this.durable.confirm(this.saves.confirmed())
      const { epoch } = this.provider.params
      if (epoch !== undefined) this.copy.rememberServer(epoch)
    }
    this.update()
  }

  private readonly onClosed = ({ code }: { code: number }) => {
    this.end(endingOf(code))
    if (code === closeCodes.replaced) void this.giveBack()
  }

  /** First the words are safe in another place, then the copy is forgotten; after a crash in between both happen again. */
  private async giveBack(): Promise<void> {
    this.durable.confirm(this.saves.confirmed())
    const text = unsentText(this.doc, this.durable.counts)
    const epoch = this.copy.epoch() ?? this.provider.params.epoch ?? ''
    if (text.trim() !== '') await this.returned.give(text, epoch)
    await this.copy.discard()
    this.over = true
    this.update()
  }

  private end(ending: SessionEnding): void {
    this.ending = ending
    this.update()
  }

  private readonly update = () => {
    if (this.closed) return
    this.state = this.look()
    for (const listener of this.listeners) listener()
  }

  private look(): SessionState {
    const { opened, over, unsaved, ending } = this
    return {
      opened,
      over,
      saves: { server: this.saves.state(), unsaved, copy: this.copy.state(), ending },
      typists: presentTypists(this.provider.awareness),
    }
  }
}
