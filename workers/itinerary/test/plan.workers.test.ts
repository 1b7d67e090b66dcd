import { expect, test } from 'vitest'
import { contextOf, SECRETS } from './fixture.ts'
import { requestOf, rows, service, someone, storedView, watchToTheEnd } from './planning.ts'

test('an accepted planning becomes a view that its owner can read', async () => {
  const { userId, tripId, key, itineraryId } = await someone()
  const accepted = await service.plan(contextOf(userId), { tripId, key, request: requestOf() })
  expect(accepted).toEqual({ ok: true, value: { itineraryId, tripId, status: 'planning' } })
  const seen = await watchToTheEnd(userId, itineraryId)
  expect(seen.at(-1)).toMatchObject({ status: 'ready', percent: 100, version: 1, failure: null })
  const { view, metadata } = await storedView(itineraryId)
  expect(view).toMatchObject({
    id: itineraryId,
    tripId,
    version: 1,
    status: 'ready',
    title: SECRETS.title,
    travellers: { mbr_halmoni: SECRETS.name },
  })
  expect(metadata).toMatchObject({ ownerId: userId, version: 1 })
  expect(await rows('SELECT version, type FROM events WHERE itinerary_id = ?', itineraryId)).toEqual([
    { version: 1, type: 'ItineraryPlanned' },
  ])
})
