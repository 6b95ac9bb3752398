import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { launchBrowser } from '@randnotiz/test-kit/launch-browser'
import { type RunningServer, startServer } from '@randnotiz/test-kit/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, enter } from './actor.js'

/** Staff take a text over from a file: as a new text, and as a new draft of one that people have written on. */
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

const file = (name: string, text: string) => ({ name, mimeType: '', buffer: Buffer.from(text) })

const page = `<title>Grüne Höfe</title><h1>Grüne Höfe</h1>
<p>In den Höfen soll es <b>schattiger</b> werden. <a href="javascript:alert(1)">Mehr</a></p>
<img src="https://fremd.example/plan.png" alt="Lageplan"><table><tr><th>Was<th>Wann<tr><td>Bäume<td>Herbst</table>`

async function handIn({ page }: Actor, given: ReturnType<typeof file>) {
  await page.getByLabel('Datei', { exact: true }).setInputFiles(given)
  await page.getByRole('button', { name: 'Datei ansehen' }).click()
}

it('makes a file a new text, after a look at what arrives and what does not', async () => {
  const mira = await enter({ browser, url: server.url }, 'mira', { viewport: { width: 390, height: 844 } })
  const asked: string[] = []
  mira.page.on('request', request => asked.push(new URL(request.url()).hostname))
  await mira.page.goto('/arbeit')
  await mira.page.getByRole('link', { name: 'Text übernehmen' }).last().click()
  await mira.page.getByRole('heading', { level: 1, name: 'Text übernehmen' }).waitFor()
  await mira.page.getByRole('button', { name: 'Datei ansehen' }).click()
  await mira.page.getByText('Bitte wählen Sie eine Datei.').waitFor()
  expect(await violations(mira.page)).toEqual([])
  await handIn(mira, file('alt.doc', '\u0000\u0001'))
  await mira.page.getByRole('alert').getByText('Bitte speichern Sie sie zuerst als DOCX.').waitFor()

  await handIn(mira, file('hoefe.html', page))
  await mira.page.getByRole('heading', { name: 'Das kommt an' }).waitFor()
  await mira.page.getByRole('heading', { name: /^Links/ }).waitFor()
  await mira.page.getByText('Lageplan (https://fremd.example/plan.png)').waitFor()
  expect(await violations(mira.page)).toEqual([])
  await mira.page.getByRole('button', { name: 'Text anlegen' }).click()
  await mira.page.getByText('Bitte füllen Sie dieses Feld aus.').waitFor()
  await mira.page.getByLabel('Worum geht es?', { exact: true }).fill('Mehr Schatten in den Höfen.')
  expect(await mira.page.getByLabel('Titel', { exact: true }).inputValue()).toBe('Grüne Höfe')
  await mira.page.getByRole('button', { name: 'Text anlegen' }).click()
  await mira.page.getByText('Der Text ist angelegt.').waitFor()
  await mira.page.getByRole('link', { name: 'Zum Text' }).click()
  await mira.page.waitForURL(/\/texte\/gruene-hoefe$/)
  await mira.page.getByText('In den Höfen soll es').waitFor()
  expect(asked.filter(host => host !== '127.0.0.1' && host !== 'localhost')).toEqual([])
  expect(mira.complaints).toEqual([])
  await mira.leave()
})

it('makes a file a new draft, and shows before what becomes of the annotations', async () => {
  const mira = await enter({ browser, url: server.url }, 'mira', { dark: true })
  await mira.page.goto('/arbeit/text-uebernehmen')
  await mira.page.getByRole('radio', { name: 'Ein neuer Entwurf' }).check({ force: true })
  await mira.page.getByLabel('Welcher Text?').selectOption({ label: 'Soziale Stadt' })
  await handIn(mira, file('neu.md', '# Soziale Stadt\n\nEin ganz anderer Anfang.\n'))
  await mira.page.getByRole('heading', { name: 'Was mit „Soziale Stadt“ geschieht' }).waitFor()
  await mira.page.getByRole('heading', { name: 'Was mit den Anmerkungen geschieht' }).waitFor()
  expect(await violations(mira.page)).toEqual([])
  await mira.page.getByRole('button', { name: 'Jetzt ersetzen' }).click()
  await mira.page.getByText('Der Arbeitsstand ist ersetzt.').waitFor()
  await mira.page.getByRole('link', { name: 'Zum Text' }).click()
  await mira.page.getByText('Ein ganz anderer Anfang.').waitFor()
  expect(mira.complaints).toEqual([])
  await mira.leave()
})
