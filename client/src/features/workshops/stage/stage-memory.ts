import { DeviceKey } from '@randnotiz/contract/workshops/hall'
import { StageView } from '@randnotiz/contract/workshops/stage'
import { newDeviceKey } from '../live/new-ids.js'

const keyName = 'randnotiz:leinwand'
const frameName = 'randnotiz:leinwand:bild'
const darkName = 'randnotiz:leinwand:dunkel'

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Without a place to keep it the projector is paired anew after a restart.
  }
}

/** What a projector keeps on its device: who it is, how it looks, and the last frame, so that it is never blank. */
export const stageMemory = {
  key(): DeviceKey {
    const known = DeviceKey.safeParse(read(keyName))
    if (known.success) return known.data
    const key = newDeviceKey()
    write(keyName, key)
    return key
  },
  lastFrame(): StageView | null {
    try {
      return StageView.parse(JSON.parse(read(frameName) ?? ''))
    } catch {
      return null
    }
  },
  keepFrame: (view: StageView) => write(frameName, JSON.stringify(view)),
  isDark: () => read(darkName) === 'ja',
  keepDark: (look: 'dark' | 'light') => write(darkName, look === 'dark' ? 'ja' : 'nein'),
}
