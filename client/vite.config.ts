import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`
const passedOn = ['/api', '/socket.io', '/collab', '/media']

const manifestPath = fileURLToPath(new URL('dist/client/.vite/manifest.json', import.meta.url))

/** What the code inside the server cannot find out for itself. */
const knownToServer = () => ({
  // Otherwise React's slow development half would stay in.
  'process.env.NODE_ENV': '"production"',
  // Which files a page consists of in the browser; see app/browser-files.
  'import.meta.env.BROWSER_MANIFEST': existsSync(manifestPath) ? readFileSync(manifestPath, 'utf8') : '{}',
})

const browserChunks = [
  // Together, so that the one line that keeps zod from `eval` runs before any schema is made.
  { name: 'validation', test: /node_modules\/zod\/|validate-without-eval/ },
  // Changes seldom; stays in caches when the rest is deployed anew.
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
]

/**
 * zod can describe schemas as JSON Schema. No browser asks it to, and that half of it would be a fourth of what every
 * visitor loads of it, so its functions are left empty there.
 */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  load(id) {
    if (!/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/.test(id)) return null
    const names = readFileSync(id, 'utf8').matchAll(/^export (?:const|function|class) (\w+)/gm)
    return [...names].map(([, name]) => `export const ${name} = () => () => undefined`).join('\n')
  },
}

/**
 * Two builds from one source: `vite build` for browsers into dist/client, then `vite build --ssr src/entry-server.tsx`
 * for the server into dist/server. The second one carries all its dependencies, so that the server needs none of them.
 */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: isSsrBuild ? [react()] : [react(), withoutJsonSchema],
  resolve: { dedupe: ['react', 'react-dom', 'yjs', 'lib0', 'y-protocols'] },
  ssr: { noExternal: true },
  define: isSsrBuild ? knownToServer() : {},
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    emptyOutDir: true,
    target: 'es2022',
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    // Everything comes from files of our own address: the content security policy knows no other source.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // In kilobytes. Only the editor comes near, and only staff load it.
    chunkSizeWarningLimit: 1_000,
    // One sheet for all pages: a page rendered on the server is never seen without its looks.
    cssCodeSplit: false,
    rolldownOptions: isSsrBuild ? {} : { output: { codeSplitting: { groups: browserChunks } } },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(passedOn.map(path => [path, { target: server, ws: true }])),
  },
}))
