import { z } from 'zod'

/** Vite's list of what became of each source file in the build for browsers; paths from the client's folder. */
const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]) }),
)
export type Manifest = z.infer<typeof Manifest>

/** As the build for the server was told; empty where nothing has been built, as in tests. */
const builtManifest: Manifest = Manifest.parse(import.meta.env.BROWSER_MANIFEST ?? {})

const entry = 'index.html'

/**
 * Addresses of the modules that some source files need, beyond those that the template of every page names anyway.
 * Named in a page's head, they load side by side instead of one after the other.
 */
export function modulesFor(sources: readonly string[], manifest: Manifest = builtManifest): string[] {
  const common = withImports([entry], manifest)
  const needed = withImports(sources, manifest)
  return [...needed].filter(key => !common.has(key)).flatMap(key => addressOf(key, manifest))
}

/** The two cuts of our typeface that stand on every page. */
export function fontsFor(manifest: Manifest = builtManifest): string[] {
  const cuts = Object.keys(manifest).filter(key => /fira-sans-latin-(400|600)-normal\.woff2$/.test(key))
  return cuts.flatMap(key => addressOf(key, manifest))
}

function addressOf(key: string, manifest: Manifest): string[] {
  const file = manifest[key]?.file
  return file === undefined ? [] : [`/${file}`]
}

function withImports(keys: readonly string[], manifest: Manifest, found = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (found.has(key)) continue
    found.add(key)
    withImports(manifest[key]?.imports ?? [], manifest, found)
  }
  return found
}
