import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { escapeHtml } from './html.js'

export type PrintOrder = {
  /** Files: the page, and the PDF that comes of it. */
  from: string
  to: string
  orientation: 'portrait' | 'landscape'
  /** Foot of each page. */
  foot: { left: string; page: string; of: string }
}

/** Prints pages as tagged PDF. */
export type Printer = { print(order: PrintOrder, signal: AbortSignal): Promise<void> }

const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser']

/** Prints with the Chromium at the path that is set, or with Debian's. Null where there is none. */
export function findPrinter(set: string | undefined): Printer | null {
  const path = [set, ...usualPaths].find(path => path !== undefined && existsSync(path))
  return path === undefined ? null : openPrinter(path)
}

/**
 * The page is our own, with every text escaped; it runs without scripts and without a network all the same. Chromium's
 * own sandbox needs rights that containers do not have.
 */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--export-tagged-pdf',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/** A long document takes its time; what takes longer has gone wrong. */
const patienceMs = 300_000

function openPrinter(executablePath: string): Printer {
  return {
    print: async ({ from, to, orientation, foot }, signal) => {
      const browser = await chromium.launch({ executablePath, args: switches })
      const stop = () => void browser.close()
      signal.addEventListener('abort', stop, { once: true })
      try {
        const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
        const page = await context.newPage()
        page.setDefaultTimeout(patienceMs)
        await page.goto(pathToFileURL(from).href, { timeout: patienceMs })
        await page.pdf({
          path: to,
          format: 'A4',
          landscape: orientation === 'landscape',
          margin: { top: '14mm', right: '13mm', bottom: '16mm', left: '13mm' },
          tagged: true,
          outline: true,
          printBackground: true,
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate: footHtml(foot),
        })
      } finally {
        signal.removeEventListener('abort', stop)
        await browser.close()
      }
    },
  }
}

function footHtml({ left, page, of }: PrintOrder['foot']): string {
  const style =
    'font: 7pt Arial, sans-serif; color: #4a525c; width: 100%; margin: 0 13mm; display: flex; gap: 8mm'
  return `<div style="${style}"><span style="flex: 1">${escapeHtml(left)}</span><span>${escapeHtml(page)} <span class="pageNumber"></span> ${escapeHtml(of)} <span class="totalPages"></span></span></div>`
}
