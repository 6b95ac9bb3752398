import type { Page } from 'playwright-core'

const frames = 150
const scrollStep = 240

/** Scrolls from the top, a step a frame; milliseconds between the frames. */
export async function scrollFrames(page: Page): Promise<number[]> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await page.waitForTimeout(500)
  return page.evaluate(
    ({ frames, scrollStep }) =>
      new Promise<number[]>(resolve => {
        const taken: number[] = []
        let before = performance.now()
        const step = () => {
          const now = performance.now()
          taken.push(now - before)
          before = now
          if (taken.length > frames) return resolve(taken.slice(1))
          scrollBy({ top: scrollStep, behavior: 'instant' })
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
    { frames, scrollStep },
  )
}
