import type { DemoRelease } from './releases/demo-release.js'
import { mobilityReleases } from './releases/mobility.js'
import { opennessReleases } from './releases/openness.js'
import { visionReleases } from './releases/vision.js'

/** What had been published of the texts before; of each text the oldest first. */
export const demoReleases: readonly DemoRelease[] = [
  ...visionReleases,
  ...mobilityReleases,
  ...opennessReleases,
]

/** The releases of a text, oldest first. */
export const releasesOf = (slug: string): DemoRelease[] =>
  demoReleases.filter(({ document }) => document === slug)

/** What a text said in its releases, oldest first, made from what it says today. Throws where a wording is not there once. */
export function earlierWordings(slug: string, today: string): string[] {
  const wordings: string[] = []
  let markdown = today
  for (const { unlike, title } of releasesOf(slug).toReversed()) {
    for (const { later, earlier } of unlike) {
      if (markdown.split(later).length !== 2) throw new Error(`not just once after “${title}”: ${later}`)
      markdown = markdown.replace(later, () => earlier)
    }
    wordings.unshift(markdown)
  }
  return wordings
}
