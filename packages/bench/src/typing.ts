import type { CDPSession, Page } from 'playwright-core'

const keys = 40
const keyEveryMs = 200

/** Milliseconds from each key to the end of the frame that shows its letter, and what the main thread did for all. */
export type Typing = { latencies: number[]; busyMs: number; keys: number }

/** Types at the caret. */
export async function typeLetters(page: Page): Promise<Typing> {
  await page.evaluate(watchKeys)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const lettersBefore = await lettersIn(page)
  const busyBefore = await busyTime(session)
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press('e')
    await page.waitForTimeout(keyEveryMs)
  }
  const busyMs = (await busyTime(session)) - busyBefore
  await session.detach()
  const written = (await lettersIn(page)) - lettersBefore
  if (written < keys) throw new Error(`only ${written} of ${keys} letters were taken`)
  return { latencies: await page.evaluate(() => Reflect.get(window, 'taken')), busyMs, keys }
}

export const together = (some: readonly Typing[]): Typing => ({
  latencies: some.flatMap(({ latencies }) => latencies),
  busyMs: some.reduce((sum, { busyMs }) => sum + busyMs, 0),
  keys: some.reduce((sum, one) => sum + one.keys, 0),
})

/** In the page. */
function watchKeys(): void {
  const isWatching = Reflect.has(window, 'taken')
  Object.assign(window, { taken: [] })
  if (isWatching) return
  document.addEventListener(
    'keydown',
    () => {
      const pressedAt = performance.now()
      const channel = new MessageChannel()
      channel.port1.onmessage = () => Reflect.get(window, 'taken').push(performance.now() - pressedAt)
      requestAnimationFrame(() => channel.port2.postMessage(null))
    },
    { capture: true },
  )
}

const lettersIn = (page: Page) => page.locator('.ProseMirror').evaluate(text => text.textContent.length)

/** How long the page's main thread has been at work, in milliseconds. */
async function busyTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
}
