/**
 * `npm run backup`, `restore`, `export` and `import`: the command line of the embedded database, applied to the database
 * that `npm start` would use with the same settings. The path after the command is meant from where one has typed it.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { requireNode, root, run } from './workplace.mjs'

const [command, place] = process.argv.slice(2)
const cli = join(root, 'packages/embedded-mongo/dist/cli.js')
const uri = process.env.MONGODB_URI || undefined
const dataDir = resolve(root, process.env.DATA_DIR || './data', 'database')

const isUri = text => /^mongodb(\+srv)?:\/\//.test(text)
const fromWhereTyped = text => (isUri(text) ? text : resolve(process.env.INIT_CWD ?? '.', text))

const usage = {
  backup: 'npm run backup -- <new directory>',
  restore: 'npm run restore -- <backup>',
  export: 'npm run export -- <directory or mongodb://…>',
  import: 'npm run import -- <directory or mongodb://…>',
}

function refuse(line) {
  console.error(line)
  process.exit(1)
}

requireNode()
if (!usage[command]) refuse(Object.values(usage).join('\n'))
if (!place) refuse(usage[command])
if (!existsSync(cli)) refuse('Nothing is built yet: run `npm run build` or `npm start` first.')
const isCopy = command === 'backup' || command === 'restore'
if (isCopy && uri)
  refuse('MONGODB_URI is set: that server has backups of its own (mongodump), or use `npm run export`.')

const own = isCopy ? dataDir : (uri ?? dataDir)
const other = fromWhereTyped(place)
const [from, to] = command === 'backup' || command === 'export' ? [own, other] : [other, own]
process.exit(await run(process.execPath, [cli, command, from, to]))
