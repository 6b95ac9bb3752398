// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Announce, AnnouncerProvider, useAnnounce } from './announcer.js'
import { render } from './testing/render.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function openAnnouncer() {
  let announce: Announce = () => {}
  function Speaker() {
    announce = useAnnounce()
    return null
  }
  const { find } = await render(
    <AnnouncerProvider>
      <Speaker />
    </AnnouncerProvider>,
  )
  return {
    say: (message: string) => act(async () => announce(message)),
    pass: (milliseconds: number) => act(async () => vi.advanceTimersByTime(milliseconds)),
    said: () => [...find('[role=status]').children].map(child => child.textContent),
  }
}

describe('the announcer', () => {
  it('is there before anybody speaks, or screen readers would miss the first word', async () => {
    const { said } = await openAnnouncer()
    expect(said()).toEqual([])
  })

  it('says things in their order, the same one twice too, and lets them go after a while', async () => {
    const { say, pass, said } = await openAnnouncer()
    await say('Gespeichert')
    await say('Gespeichert')
    expect(said()).toEqual(['Gespeichert', 'Gespeichert'])
    await pass(6_000)
    expect(said()).toEqual(['Gespeichert'])
    await pass(6_000)
    expect(said()).toEqual([])
  })

  it('drops the oldest when too many come at once', async () => {
    const { say, said } = await openAnnouncer()
    for (const message of ['eins', 'zwei', 'drei', 'vier']) await say(message)
    expect(said()).toEqual(['zwei', 'drei', 'vier'])
  })
})
