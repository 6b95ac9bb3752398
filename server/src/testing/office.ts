import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const mostOutput = 64 * 1024 * 1024

/** LibreOffice: OFFICE_PATH, else Debian's. */
const officePath = () => process.env.OFFICE_PATH || '/usr/bin/soffice'

/**
 * Opens a file with LibreOffice and answers what it reads there: `txt` for a document, and `csv` for each sheet of a
 * spreadsheet, by its name.
 */
export async function readWithOffice(file: string, format: 'txt' | 'csv'): Promise<Map<string, string>> {
  const directory = await mkdtemp(join(tmpdir(), 'randnotiz-office-'))
  try {
    const profile = pathToFileURL(join(directory, 'profile')).href
    // Comma, double quotes, UTF-8, from the first row, all sheets.
    const filter =
      format === 'txt'
        ? 'txt:Text (encoded):UTF8'
        : 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
    await run(
      officePath(),
      [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', filter, '--outdir', directory, file],
      { timeout: 100_000 },
    )
    const names = (await readdir(directory)).filter(name => name.endsWith(`.${format}`))
    const texts = names.map(async name => {
      const sheet = /-([^-]+)\.csv$/.exec(name)?.[1] ?? name
      return [sheet, await readFile(join(directory, name), 'utf8')] as const
    })
    return new Map(await Promise.all(texts))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

export type ReadPdf = {
  facts: string
  /** Its tree of tags. */
  structure: string
  /** Its words in the order of the tags, as a screen reader says them. */
  spoken: string
  /** Its words as they are laid out. */
  text: string
}

/** What poppler's tools say about a PDF. */
export async function readPdf(file: string): Promise<ReadPdf> {
  const [facts, structure, text] = await Promise.all([
    run('pdfinfo', [file]),
    run('pdfinfo', ['-struct-text', file], { maxBuffer: mostOutput }),
    run('pdftotext', ['-layout', file, '-'], { maxBuffer: mostOutput }),
  ])
  const spoken = structure.stdout.split('\n').flatMap(line => /^\s*"(.*)"\s*$/.exec(line)?.[1] ?? [])
  return { facts: facts.stdout, structure: structure.stdout, spoken: spoken.join(''), text: text.stdout }
}

/** A file as LibreOffice saves it when somebody has opened it there. */
export async function savedByOffice(file: string, format: 'xlsx' | 'docx' | 'pdf' = 'xlsx'): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'randnotiz-office-'))
  try {
    const profile = pathToFileURL(join(directory, 'profile')).href
    const out = join(directory, 'saved')
    await run(
      officePath(),
      [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format, '--outdir', out, file],
      { timeout: 100_000 },
    )
    const [name = ''] = await readdir(out)
    return await readFile(join(out, name))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
