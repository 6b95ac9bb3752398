import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter } from './actor.js'

/** A process in numbers: as tables that are drawn, so that everybody reads the same, also in the dark and on a phone. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.remove()
})

type Violation = { id: string; nodes: { target: unknown }[] }

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    return (await axe.run()).violations
  })
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${JSON.stringify(node.target)}`))
}

it.each([
  { viewport: { width: 390, height: 844 } },
  { viewport: { width: 320, height: 700 }, dark: true },
  { viewport: { width: 1280, height: 900 } },
])('are read by everybody of the staff, and sum up: %j', async look => {
  const mira = await enter({ browser, url: server.url }, 'mira', look)
  const { page } = mira
  await page.goto('/arbeit/zahlen')
  await page.getByRole('heading', { level: 1, name: 'Zahlen' }).waitFor()
  const all = Number(await page.locator('.numbers__facts dd').first().innerText())
  for (const name of ['Nach Beitragsart', 'Nach Weg', 'Nach Monat', 'Nach Kapitel']) {
    const counts = await page.getByRole('table', { name }).locator('tbody td:nth-child(2)').allInnerTexts()
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(all)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(await violations(page)).toEqual([])
  expect(mira.complaints).toEqual([])
  await mira.leave()
})
