import type { CallOutcome } from '@yeojeong/domain'
import { expect, test } from 'vitest'
import { atlas } from '../../workers/location/src/providers/adapters/atlas.ts'
import { google } from '../../workers/location/src/providers/adapters/google.ts'
import { kakao } from '../../workers/location/src/providers/adapters/kakao.ts'
import { osm } from '../../workers/location/src/providers/adapters/osm.ts'
import { search } from '../../workers/location/src/places/search.ts'
import { contextAt, placeOf, SEOUL, testWorld } from '../../workers/location/test/world.ts'

const PARIS = { ...SEOUL, id: 'paris', countryCode: 'FR', timeZone: 'Europe/Paris', center: { lat: 48.8566, lng: 2.3522 } }
const known = (regionId: string, count: number) =>
  Array.from({ length: count }, (_, n) => placeOf(`plc_${regionId}_${n}`, { regionId, names: { en: `${regionId} sight ${n}` } }))

/** Everybody as configured; `out`: what those come to who fail. */
async function asked(regionId: string, atlasKnows: number, out: { readonly [provider: string]: CallOutcome }) {
  const answer = (provider: string, places: readonly unknown[]) => () => (out[provider] === undefined ? places : { outcome: out[provider] })
  const world = testWorld([kakao, google, osm, atlas], {
    kakao: answer('kakao', known(regionId, 12)),
    google: answer('google', [placeOf('plc_google_g', { regionId })]),
    osm: answer('osm', known(regionId, 12)),
    atlas: (tool) => (tool === 'list_regions' ? [SEOUL, PARIS] : answer('atlas', known(regionId, atlasKnows))()),
  })
  const found = await search(world.isolate(), contextAt(world), { regionId, language: 'ko', limit: 20 })
  const providers = world.calls.filter(({ tool }) => tool === 'search_places').map(({ provider }) => provider)
  return { providers: [...new Set(providers)].toSorted(), found }
}

const OUTCOMES: readonly CallOutcome[] = [
  { kind: 'failure', reason: 'timeout' },
  { kind: 'failure', reason: 'unreadable' },
  { kind: 'throttled', retryAfterMs: 30_000 },
  { kind: 'rejected' },
]

test('all well, nobody who is paid is asked: Kakao and the atlas in Korea, the atlas or OpenStreetMap elsewhere', async () => {
  expect((await asked('seoul', 12, {})).providers).toEqual(['atlas', 'kakao'])
  expect((await asked('paris', 12, {})).providers).toEqual(['atlas'])
  expect((await asked('paris', 3, {})).providers).toEqual(['atlas', 'osm'])
})

test.each(OUTCOMES)('where those who are kept are out, Google is asked and the answer is whole: %j', async (outcome) => {
  for (const [regionId, atlasKnows, out] of [
    ['seoul', 3, { kakao: outcome, osm: outcome }],
    ['paris', 3, { osm: outcome }],
    ['paris', 12, { atlas: outcome, osm: outcome }],
  ] as const) {
    const { providers, found } = await asked(regionId, atlasKnows, out)
    expect(providers).toContain('google')
    expect(found).toMatchObject({ ok: true, value: { degraded: [] } })
  }
})

test.each(OUTCOMES)('with Google out as well the atlas answers, and says what it is: %j', async (outcome) => {
  const { found } = await asked('paris', 3, { osm: outcome, google: outcome })
  expect(found).toMatchObject({ ok: true, value: { sources: ['atlas'], degraded: ['providers'] } })
})
