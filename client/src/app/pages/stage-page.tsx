import { StageApp } from '../../features/workshops/stage/stage-app.js'

/** A projector. */
export default function StagePage() {
  return <StageApp />
}
