import { closeCodes } from '@randnotiz/collab/close-codes'
import { describe, expect, it } from 'vitest'
import { endingOf, type SaveObservation, saveStatusOf, wouldLoseWork } from './save-status.js'

const calm: SaveObservation = { server: 'saved', unsaved: false, copy: 'kept', ending: null }

describe('saveStatusOf', () => {
  it('calls nothing saved before the server has said so', () => {
    expect(saveStatusOf(calm)).toEqual({ kind: 'saved' })
    expect(saveStatusOf({ ...calm, server: 'saving', unsaved: true })).toEqual({ kind: 'saving' })
  })

  it('says offline where typed text is', () => {
    const offline: SaveObservation = { ...calm, server: 'offline' }
    expect(saveStatusOf(offline)).toEqual({ kind: 'offline', unsaved: 'none' })
    expect(saveStatusOf({ ...offline, unsaved: true })).toEqual({ kind: 'offline', unsaved: 'on-device' })
    for (const copy of ['opening', 'keeping', 'failed', 'missing'] as const)
      expect(saveStatusOf({ ...offline, unsaved: true, copy })).toEqual({
        kind: 'offline',
        unsaved: 'only-here',
      })
  })

  it('lets a refusal win over everything else', () => {
    const refused: SaveObservation = { ...calm, server: 'offline', unsaved: true, ending: 'not-permitted' }
    expect(saveStatusOf(refused)).toEqual({ kind: 'refused', ending: 'not-permitted', unsaved: 'on-device' })
  })
})

describe('wouldLoseWork', () => {
  it('warns only when typed text is neither saved nor on the device', () => {
    expect(wouldLoseWork(calm)).toBe(false)
    expect(wouldLoseWork({ ...calm, server: 'saving', unsaved: true })).toBe(false)
    expect(wouldLoseWork({ ...calm, server: 'saving', unsaved: true, copy: 'missing' })).toBe(true)
    expect(wouldLoseWork({ ...calm, server: 'offline', copy: 'missing' })).toBe(false)
  })
})

describe('endingOf', () => {
  it('knows every final code of the server', () => {
    const final = Object.values(closeCodes).filter(code => code >= 4400 && code < 4500)
    const endings = final.filter(code => code !== closeCodes.badMessage).map(endingOf)
    expect(new Set(endings).size).toBe(final.length - 1)
    expect(endings).not.toContain('connection-broken')
    expect(endingOf(closeCodes.badMessage)).toBe('connection-broken')
  })
})
