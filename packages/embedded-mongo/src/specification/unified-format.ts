/**
 * MongoDB's driver specification tests in the unified test format, as data. They are not part of this repository: their
 * directory is named by MONGODB_SPEC_DIR, or lies at `../shared/mongodb-spec` beside it.
 * Format: https://github.com/mongodb/specifications/blob/master/source/unified-test-format/unified-test-format.md
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Document, EJSON } from 'bson'

export interface SpecificationFile {
  description: string
  schemaVersion: string
  runOnRequirements?: Requirement[]
  createEntities?: Record<string, Document>[]
  initialData?: CollectionData[]
  tests: SpecificationTest[]
}

export interface SpecificationTest {
  description: string
  runOnRequirements?: Requirement[]
  skipReason?: string
  operations: Operation[]
  expectEvents?: ExpectedEvents[]
  outcome?: CollectionData[]
}

export interface Operation {
  name: string
  object: string
  arguments?: Document
  expectResult?: unknown
  expectError?: Document
  saveResultAsEntity?: string
  ignoreResultAndError?: boolean
}

export interface ExpectedEvents {
  client: string
  eventType?: string
  events: Record<string, Document>[]
  ignoreExtraEvents?: boolean
}

export interface CollectionData {
  databaseName: string
  collectionName: string
  documents: Document[]
}

interface Requirement {
  minServerVersion?: string
  maxServerVersion?: string
  topologies?: string[]
  auth?: boolean
  csfle?: boolean
  serverless?: string
}

const SERVER_VERSION = '8.0.0'
export type Topology = 'single' | 'replicaset'

export const SPECIFICATION_DIRECTORY =
  process.env.MONGODB_SPEC_DIR ??
  fileURLToPath(new URL('../../../../../shared/mongodb-spec', import.meta.url))

export const hasSpecification = (): boolean => existsSync(SPECIFICATION_DIRECTORY)

/** All files of one folder, by name. */
export function readSpecification(folder: string): Map<string, SpecificationFile> {
  const directory = join(SPECIFICATION_DIRECTORY, folder)
  const names = readdirSync(directory)
    .filter(name => name.endsWith('.json'))
    .sort()
  return new Map(names.map(name => [name.replace('.json', ''), readFile(join(directory, name))]))
}

// The schema of these files is fixed by the specification; `parse` is typed as `any`.
const readFile = (path: string): SpecificationFile =>
  EJSON.parse(readFileSync(path, 'utf8'), { relaxed: true })

/** Why a test does not concern this server; undefined when it does. */
export function inapplicable(
  file: SpecificationFile,
  test: SpecificationTest,
  topology: Topology,
): string | undefined {
  return unmet(topology, file.runOnRequirements) ?? unmet(topology, test.runOnRequirements) ?? test.skipReason
}

/** One of the requirements must be met. */
function unmet(topology: Topology, requirements: Requirement[] = []): string | undefined {
  const reasons = requirements.map(requirement => unmetBy(topology, requirement))
  return reasons.includes(undefined) ? undefined : reasons[0]
}

function unmetBy(topology: Topology, requirement: Requirement): string | undefined {
  const { minServerVersion, maxServerVersion, topologies, auth, csfle } = requirement
  if (minServerVersion && compareVersions(SERVER_VERSION, minServerVersion) < 0)
    return `server ≥ ${minServerVersion}`
  if (maxServerVersion && compareVersions(SERVER_VERSION, maxServerVersion) > 0)
    return `server ≤ ${maxServerVersion}`
  if (topologies && !topologies.includes(topology)) return `topology ${topologies.join(', ')}`
  return auth ? 'authentication' : csfle ? 'client-side encryption' : undefined
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  for (const i of [0, 1, 2]) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference) return difference
  }
  return 0
}
