import { describe, expect, it } from 'vitest'
import { routeOf } from './router.tsx'

describe('routeOf', () => {
  it.each([
    ['/', { page: 'home' }],
    ['/trips/new', { page: 'new-trip' }],
    ['/compare', { page: 'compare' }],
    ['/trips/trp_1', { page: 'trip', id: 'trp_1' }],
    ['/trips/trp_1/edit', { page: 'edit-trip', id: 'trp_1' }],
    ['/itineraries/itn_1', { page: 'itinerary', id: 'itn_1' }],
    ['/itineraries/itn_1/', { page: 'itinerary', id: 'itn_1' }],
    ['/shared/abc.def', { page: 'shared', token: 'abc.def' }],
  ])('opens %s', (path, route) => {
    expect(routeOf(path)).toEqual(route)
  })

  it.each(['/trips', '/itineraries', '/trips/a/b', '/trips/new/edit/x', '/nowhere'])('finds no page at %s', (path) => {
    expect(routeOf(path)).toEqual({ page: 'not-found' })
  })
})
