/** Plans in the words of MongoDB's `explain`. */
import type { Document } from '../bson/value.js'
import type { Access, Plan } from './planner.js'

/** The stage tree: how candidates are found, and whether they still have to be sorted. */
export function explainAccess({ access, sorted }: Plan): Document {
  const stage = accessStage(access)
  return sorted ? stage : { stage: 'SORT', inputStage: stage }
}

function accessStage(access: Access): Document {
  switch (access.kind) {
    case 'nothing':
      return { stage: 'EOF' }
    case 'ids':
      return { stage: 'IDHACK' }
    case 'scan':
      return { stage: access.bounded ? 'CLUSTERED_IXSCAN' : 'COLLSCAN', direction: access.direction }
    case 'union':
      return { stage: 'OR', inputStages: access.branches.map(accessStage) }
    case 'index':
      return {
        stage: 'FETCH',
        inputStage: {
          stage: 'IXSCAN',
          indexName: access.index.name,
          keyPattern: access.index.key,
          isMultiKey: access.index.multikey,
          direction: access.direction,
        },
      }
  }
}
