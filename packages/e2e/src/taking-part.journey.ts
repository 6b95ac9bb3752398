import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import { until } from '@randnotiz/test-kit/until'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enter } from './actor.js'

/** People who take part: a guest with a thumb, a citizen with a keyboard, and a proposal that becomes text before their eyes. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const phone = { width: 390, height: 844 }

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

it('a guest writes by touch, keeps the receipt, and finds, changes and withdraws it on another device', async () => {
  const guest = await enter({ browser, url: server.url }, undefined, { viewport: phone, touch: true })
  const { page } = guest
  await page.goto('/texte/appmold')
  await page.getByRole('button', { name: /^Absatz kommentieren: In Detmold gibt es/ }).tap()
  await page.getByRole('button', { name: 'Weiter', exact: true }).tap()
  await page.getByRole('radio', { name: 'Formulierung' }).check({ force: true })
  const wording = page.getByLabel('So sollte die Stelle lauten')
  await wording.fill((await wording.inputValue()).replace('In Detmold', 'In ganz Detmold'))
  await page.getByLabel('Warum sollte es so heißen?').fill('Auch in den Ortsteilen.')
  expect(await page.locator('.wording-field ins').allTextContents()).toEqual([
    expect.stringContaining('ganz'),
  ])
  await page.getByLabel('Name, unter dem Sie schreiben').fill('Opa Werner')
  await page.getByRole('button', { name: 'Absenden' }).tap()
  await page.getByText('Diesen Namen nutzt hier schon jemand.').waitFor()
  await page.getByLabel('Name, unter dem Sie schreiben').fill('Daumenkino')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Absenden' }).tap()

  const receipt = page.getByRole('dialog', { name: 'Ihr Beleg' })
  const code = await receipt.locator('code').innerText()
  await receipt.getByRole('img', { name: /QR-Code/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await receipt.getByRole('button', { name: 'Weiterlesen' }).tap()
  await page.getByRole('article', { name: 'Formulierung von Daumenkino' }).waitFor()
  expect(guest.complaints).toEqual([])

  const elsewhere = await enter({ browser, url: server.url }, undefined, { viewport: phone, touch: true })
  const other = elsewhere.page
  await other.goto(`/beleg#${code}`)
  await other.waitForURL(/\/beleg$/)
  expect(await violations(other)).toEqual([])
  await other.getByRole('button', { name: 'Beiträge öffnen' }).tap()
  await other.waitForURL(/\/meine-beitraege$/)
  const own = other.getByRole('article', { name: 'Formulierung' })
  await own.getByText('Auch in den Ortsteilen.').waitFor()
  expect(await violations(other)).toEqual([])
  await own.getByRole('button', { name: 'Ändern' }).tap()
  await own.getByLabel('Warum sollte es so heißen?').fill('Auch auf den Dörfern.')
  await other.reload()
  await own.getByRole('button', { name: 'Ändern' }).tap()
  expect(await own.getByLabel('Warum sollte es so heißen?').inputValue()).toBe('Auch auf den Dörfern.')
  await own.getByRole('button', { name: 'Änderung speichern' }).tap()
  await own.getByText('geändert').waitFor()

  // The first phone hears of it, and then of the withdrawal, without doing anything.
  const card = page.getByRole('article', { name: 'Formulierung von Daumenkino' })
  await card.getByText('Auch auf den Dörfern.').waitFor()
  await own.getByRole('button', { name: 'Zurückziehen' }).tap()
  await own.getByRole('button', { name: 'Ja, zurückziehen' }).tap()
  await card.waitFor({ state: 'detached' })
  expect(await page.content()).not.toContain('Auch auf den Dörfern.')
  expect(elsewhere.complaints).toEqual([])
  await guest.leave()
  await elsewhere.leave()
})

it('a citizen with an account writes with the keyboard alone', async () => {
  const heidi = await enter({ browser, url: server.url }, 'heidi')
  const { page } = heidi
  await page.goto('/texte/stadtkontakt-mobil')
  const tool = page.getByRole('button', { name: /^Absatz kommentieren/ }).nth(1)
  await tool.focus()
  await page.keyboard.press('Enter')
  const isForm = async () => page.getByRole('form', { name: 'Neue Anmerkung' }).isVisible()
  if (!(await isForm())) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await until('the form is there', isForm)
  // The kinds have the focus; the arrows choose, and each is explained.
  await page.keyboard.press('ArrowLeft')
  await page.getByText('Etwas, das so bleiben soll, weil es hilft.').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Der Anhänger kommt zu den Leuten.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Nicht alle haben ein Auto.')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Absenden')
  await page.keyboard.press('Enter')
  const note = page
    .getByRole('article', { name: 'Vorteil von Heidi vom Hang' })
    .filter({ hasText: 'Anhänger kommt' })
  await note.getByText('Nicht alle haben ein Auto.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.goto('/meine-beitraege')
  await page.getByText('Der Anhänger kommt zu den Leuten.').waitFor()
  expect(await violations(page)).toEqual([])
  expect(heidi.complaints).toEqual([])
  await heidi.leave()
})

it('a proposal becomes text, in part, in front of the citizen who made it', async () => {
  const citizen = await enter({ browser, url: server.url }, 'heidi')
  const jonas = await enter({ browser, url: server.url }, 'jonas')
  const address = '/texte/sc-put'
  await citizen.page.goto(address)
  await citizen.page.getByRole('button', { name: /^Absatz kommentieren: Wer Menschen/ }).click()
  await citizen.page.getByRole('button', { name: 'Weiter', exact: true }).click()
  await citizen.page.getByRole('radio', { name: 'Formulierung' }).check({ force: true })
  const wording = citizen.page.getByLabel('So sollte die Stelle lauten')
  const before = await wording.inputValue()
  await wording.fill(`Wirklich: ${before.replace(/\.$/, ', und zwar für alle.')}`)
  await citizen.page.getByLabel('Warum sollte es so heißen?').fill('Damit es klar ist.')
  await citizen.page.getByRole('button', { name: 'Absenden' }).click()
  const mine = citizen.page.locator('article.note').filter({ hasText: 'Damit es klar ist.' })
  await mine.getByText('Heidi vom Hang').waitFor()

  await jonas.page.goto(address)
  const card = jonas.page.locator('article.note').filter({ hasText: 'Damit es klar ist.' })
  await card.getByRole('button', { name: /^Zur Textstelle/ }).click()
  await card.getByRole('button', { name: 'Auswählen oder ändern' }).click()
  await card.getByRole('checkbox', { name: /Wirklich/ }).uncheck()
  expect(await violations(jonas.page)).toEqual([])
  await card.getByRole('button', { name: 'So übernehmen' }).click()

  const text = citizen.page.getByRole('region', { name: /Text/ }).or(citizen.page.locator('.reader__sheet'))
  await text.first().getByText(', und zwar für alle.').first().waitFor()
  await mine.getByText('Ein Teil dieses Vorschlags steht jetzt im Text:').waitFor()
  expect(await citizen.page.locator('.reader__text .document').first().innerText()).not.toMatch(
    /^Wirklich: /m,
  )
  expect(await violations(citizen.page)).toEqual([])
  expect([...citizen.complaints, ...jonas.complaints]).toEqual([])
  await citizen.leave()
  await jonas.leave()
})
