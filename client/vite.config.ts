import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env.PORT ?? '3000'}`
const passedOn = ['/api', '/socket.io', '/collab', '/media']

/**
 * Two builds from one source: `vite build` for browsers into dist/client, and `vite build --ssr src/entry-server.tsx`
 * for the server into dist/server. The second one carries all its dependencies, so that the server needs none of them.
 */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom', 'yjs', 'lib0', 'y-protocols'] },
  ssr: { noExternal: true },
  // Nobody else says it to the code that runs inside the server; React's slow development half would stay in.
  ...(isSsrBuild ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    emptyOutDir: true,
    target: 'es2022',
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    // Everything comes from files of our own address: the content security policy knows no other source.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One sheet for all pages: a page rendered on the server is never seen without its looks.
    cssCodeSplit: false,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(passedOn.map(path => [path, { target: server, ws: true }])),
  },
}))
