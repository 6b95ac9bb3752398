import { describe, expect, it } from 'vitest'
import { findRoute } from './find-route.js'
import { loadPageCode } from './page-code.js'
import { routes } from './routes.js'

describe('routes', () => {
  it.each(routes.map(route => [route.path, route] as const))('have a page at %s', async (_, route) => {
    expect(await loadPageCode(route)).toBeTypeOf('function')
  })

  it('are found by their addresses, the last one by all others', () => {
    expect(findRoute('/').route.page).toBe('home-page')
    expect(findRoute('/texte/mobile-stadt')).toMatchObject({ params: { slug: 'mobile-stadt' } })
    expect(findRoute('/texte/mobile-stadt/bearbeiten').route.page).toBe('editor-page')
    expect(findRoute('/texte').route.page).toBe('not-found-page')
    expect(findRoute('/texte/a/b/c').route.page).toBe('not-found-page')
  })
})
