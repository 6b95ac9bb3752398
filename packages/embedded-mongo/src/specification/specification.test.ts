/** MongoDB's own tests, run through the driver of mongoose against the embedded database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { type EmbeddedMongo, startEmbeddedMongo } from '../start-embedded-mongo.js'
import { KNOWN_FAILURES } from './known-failures.js'
import { runTest, type TestServer } from './run-test.js'
import {
  hasSpecification,
  inapplicable,
  readSpecification,
  SPECIFICATION_DIRECTORY,
} from './unified-format.js'

const FOLDERS = ['crud', 'collection-management', 'index-management', 'run-command']

const dataDir = mkdtempSync(join(tmpdir(), 'em-'))
let database: EmbeddedMongo
let server: TestServer

beforeAll(async () => {
  database = await startEmbeddedMongo({ dataDir, failPoints: true })
  server = { uri: database.uri, internal: await new mongoose.mongo.MongoClient(database.uri).connect() }
})

afterAll(async () => {
  await server.internal.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

if (!hasSpecification()) test.skip(`MongoDB's specification tests are not at ${SPECIFICATION_DIRECTORY}`)
else for (const folder of FOLDERS) describe(folder, () => defineTests(folder))

function defineTests(folder: string): void {
  for (const [name, file] of readSpecification(folder)) {
    for (const specificationTest of file.tests) {
      const title = `${name}: ${specificationTest.description}`
      const run = () => runTest(file, specificationTest, server)
      const reason = inapplicable(file, specificationTest)
      const failure = KNOWN_FAILURES.get(title)
      if (reason) test.skip(`${title} (needs ${reason})`)
      else if (failure) test.fails(`${title} (${failure})`, run)
      else test(title, run)
    }
  }
}
