import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RenderPage } from '@randnotiz/contract/kit/page'

/** The client as its build leaves it: a page renderer, the page around what it renders, and files for the browser. */
export type ClientBundle = { renderPage: RenderPage; template: string; browserDir: string }

/** Null when the client has not been built. */
export async function loadClientBundle(clientDist: string): Promise<ClientBundle | null> {
  const browserDir = join(clientDist, 'client')
  const entry = join(clientDist, 'server', 'entry-server.js')
  if (!existsSync(entry) || !existsSync(join(browserDir, 'index.html'))) return null
  const module: { renderPage?: unknown } = await import(pathToFileURL(entry).href)
  if (typeof module.renderPage !== 'function') throw new Error(`${entry} exports no renderPage`)
  return {
    // The client's own type check holds this export against the contract.
    renderPage: module.renderPage as RenderPage,
    template: await readFile(join(browserDir, 'index.html'), 'utf8'),
    browserDir,
  }
}
