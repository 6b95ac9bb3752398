/** MongoDB's own tests, run through the driver of mongoose against the embedded database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, test } from 'vitest'
import type { Announcement } from '../protocol/replica-set-announcement.js'
import { type EmbeddedMongo, startEmbeddedMongo } from '../start-embedded-mongo.js'
import { DRIVER_OPTIONS, KNOWN_FAILURES } from './known-failures.js'
import { runTest, type TestServer } from './run-test.js'
import {
  hasSpecification,
  inapplicable,
  readSpecification,
  SPECIFICATION_DIRECTORY,
  type Topology,
} from './unified-format.js'

interface Suite {
  announces: Announcement
  topology: Topology
  folders: string[]
}

/**
 * What the product announces, and what lets the CRUD tests for replica sets run. What other folders ask of a replica set
 * is about transactions, cluster times and search.
 */
const SUITES: Suite[] = [
  {
    announces: 'standalone',
    topology: 'single',
    folders: ['crud', 'collection-management', 'index-management', 'run-command'],
  },
  { announces: 'replica-set', topology: 'replicaset', folders: ['crud'] },
]

let database: EmbeddedMongo
let server: TestServer

function useServer(announces: Announcement): void {
  const dataDir = mkdtempSync(join(tmpdir(), 'em-'))
  beforeAll(async () => {
    database = await startEmbeddedMongo({ dataDir, failPoints: true, announces })
    const uri = `${database.uri}&retryWrites=false`
    server = { uri, internal: await new mongoose.mongo.MongoClient(uri).connect() }
  })
  afterAll(async () => {
    await server.internal.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
}

if (!hasSpecification()) test.skip(`MongoDB's specification tests are not at ${SPECIFICATION_DIRECTORY}`)
else
  for (const { announces, topology, folders } of SUITES) {
    describe(`announced as a ${announces}`, () => {
      useServer(announces)
      for (const folder of folders) describe(folder, () => defineTests(folder, topology))
    })
  }

function defineTests(folder: string, topology: Topology): void {
  for (const [name, file] of readSpecification(folder)) {
    for (const specificationTest of file.tests) {
      const title = `${name}: ${specificationTest.description}`
      const run = () =>
        runTest(file, specificationTest, { ...server, driverOptions: DRIVER_OPTIONS.get(name) })
      const reason = inapplicable(file, specificationTest, topology)
      const failure = KNOWN_FAILURES.get(title)
      if (reason) test.skip(`${title} (needs ${reason})`)
      else if (failure) test.fails(`${title} (${failure})`, run)
      else test(title, run)
    }
  }
}
