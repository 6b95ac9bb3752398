import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; nodes: { target: unknown; failureSummary?: string }[] }

/** What axe finds on a page as it is now, one line for each element. */
export async function violations(page: Page): Promise<string[]> {
  // Run by the debugger, since the page's policy forbids foreign scripts, axe's too.
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    return (await axe.run()).violations
  })
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${JSON.stringify(node.target)}`))
}
