/** `npm start`: installs what is missing, builds what changed, and becomes the server. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, installDependencies, requireNode, root } from './workplace.mjs'

requireNode()
await installDependencies()
const code = await build()
if (code !== 0) process.exit(code)
await import(pathToFileURL(join(root, 'server/dist/main.js')).href)
