import { build, installDependencies, requireNode } from './workplace.mjs'

requireNode()
await installDependencies()
process.exitCode = await build()
