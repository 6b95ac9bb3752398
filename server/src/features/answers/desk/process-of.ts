import type { Process } from '@randnotiz/contract/publishing/process'
import type { AnswerParts, ProcessName } from '../parts.js'

type Parts = Pick<AnswerParts, 'publishing'>

export async function processBySlug({ publishing }: Parts, slug: string): Promise<Process | null> {
  return (await publishing.all()).find(process => process.slug === slug) ?? null
}

export const nameOfProcess = ({ id, slug, title }: Process): ProcessName & Pick<Process, 'slug'> => ({
  id,
  slug,
  title,
})
