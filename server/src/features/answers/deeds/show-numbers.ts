import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { ProcessNumbers } from '@randnotiz/contract/answers/numbers'
import type { ResultNumbers } from '@randnotiz/contract/answers/result-numbers'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import { processNumbers } from '@randnotiz/domain/answers/process-numbers'
import { resultNumbers } from '@randnotiz/domain/answers/result-numbers'
import { countedProcess } from '../counted-process.js'
import { processBySlug } from '../desk/process-of.js'
import type { AnswerParts } from '../parts.js'

/** Contributions and answers of a process in numbers, for staff: small ones too. */
export async function showNumbers(
  parts: AnswerParts,
  slug: string,
  viewer: Viewer,
): Promise<Result<ProcessNumbers>> {
  const refusal = may(viewer, 'answer:work')
  if (refusal !== null) return refuse(refusal)
  const process = await processBySlug(parts, slug)
  if (!process) return refuse('publishing/unknown-process')
  return accept(processNumbers(await countedProcess(parts, process.id, viewer)))
}

/** What came of the contributions, by kind and by chapter, for everybody. */
export async function showResultNumbers(
  parts: AnswerParts,
  slug: string,
  viewer: Viewer,
): Promise<Result<ResultNumbers>> {
  const process = await processBySlug(parts, slug)
  if (!process) return refuse('publishing/unknown-process')
  return accept(resultNumbers(await countedProcess(parts, process.id, viewer)))
}
