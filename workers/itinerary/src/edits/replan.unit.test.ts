import type { Content, Edit, Plan, Stop } from '@yeojeong/domain'
import { check } from '@yeojeong/planner/check'
import { expect, test } from 'vitest'
import { briefOf, HOLIDAYS, PLACES } from '../../test/fixture.ts'
import { frameOf } from '../planning/frame.ts'
import { tripSolver } from '../planning/solver.ts'
import { placesIn } from '../steps/commit.ts'
import { carryOut } from './carry-out.ts'
import { judge } from './judge.ts'
import type { Workshop } from './workshop.ts'

const brief = { ...briefOf('trp_a-1'), endDate: '2026-05-18' }
const lodgings = brief.lodgings.map((lodging) => ({ ...lodging, lastNight: '2026-05-17' }))
/** Enough to eat for three days, and sights to choose from. */
const more = [1, 2, 3].flatMap((n) =>
  PLACES.slice(0, 12).map((place) => ({
    ...place,
    id: `${place.id}-${n}`,
    names: { en: `${place.names.en} of quarter ${n}` },
    position: { lat: place.position.lat + 0.0017 * n, lng: place.position.lng - 0.0013 * n },
  })),
)
const workshop: Workshop = {
  brief: { ...brief, lodgings },
  basis: { version: 1, digest: 'one' },
  words: { title: '', travellers: {} },
  places: [...PLACES, ...more],
  holidays: HOLIDAYS,
}
const solver = tripSolver(60_000)
const asked = { ...brief.wishes, pace: null }

async function planned(): Promise<Content> {
  const found = await solver.solve({ ...workshop, seed: 1 }, () => {})
  if (!found.ok) throw new Error('no plan')
  const provenance = { degraded: [], attribution: [] }
  const places = placesIn(found.value, workshop.places)
  const { basis } = workshop
  return {
    frame: frameOf(workshop.brief),
    seed: 1,
    plan: found.value,
    places,
    provenance,
    asked,
    basis,
    pins: {},
    title: null,
    archived: false,
  }
}
async function done(content: Content, edit: Edit, at: Workshop = workshop): Promise<Content> {
  const answer = await carryOut(content, edit, at, (input) => solver.solve(input, () => {}))
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return judge(content, answer.value, at).content
}
/** A day without the reasons why its stops are there: these hang on the other days too. */
const bare = (plan: Plan, day: number) => ({ ...plan.days[day]!, stops: plan.days[day]!.stops.map((stop) => ({ ...stop, reasons: [] })) })
const sightOf = (plan: Plan, day: number): Stop => plan.days[day]!.stops.find(({ kind }) => kind === 'sight')!
/** The first and last a day visits: nothing that keeps its order stands in the way of any hour. */
const firstOf = (plan: Plan, day: number): Stop => plan.days[day]!.stops.find(({ kind }) => kind !== 'lodging')!
const lastOf = (plan: Plan, day: number): Stop => plan.days[day]!.stops.findLast(({ kind }) => kind !== 'lodging')!
const errors = ({ plan }: Content, day: number) =>
  check({ ...workshop, plan })
    .filter((one) => one.severity === 'error' && one.day === day)
    .map(({ rule }) => rule)
const wholeTrip = ({ plan }: Content) =>
  check({ ...workshop, plan })
    .filter((one) => one.severity === 'error' && one.day === null)
    .map(({ rule }) => rule)

test.each<[string, (first: Content) => Edit | Edit[]]>([
  ['a stay too short', ({ plan }) => ({ type: 'SetDuration', stopId: sightOf(plan, 1).id, durationMin: 5 })],
  ['an hour when it is closed', ({ plan }) => ({ type: 'SetStart', stopId: firstOf(plan, 1).id, startMin: 6 * 60 })],
  ['an hour past its closing', ({ plan }) => ({ type: 'SetStart', stopId: lastOf(plan, 1).id, startMin: 23 * 60 })],
  [
    'too much in it',
    ({ places }) =>
      more
        .filter(({ id, category }) => category !== 'restaurant' && category !== 'cafe' && !places.some((place) => place.id === id))
        .slice(0, 6)
        .map(({ id }): Edit => ({ type: 'AddPlace', placeId: id, day: 1, role: 'sight' })),
  ],
  ['a meal taken out', ({ plan }) => ({ type: 'RemoveStop', stopId: plan.days[1]!.stops.find(({ kind }) => kind === 'meal')!.id })],
])('a day is planned anew although another was broken by force (%s), which stays as its traveller wanted it', async (_what, edit) => {
  const first = await planned()
  expect([0, 1, 2].flatMap((day) => errors(first, day))).toEqual([])
  let broken = first
  for (const one of [edit(first)].flat()) broken = await done(broken, one)
  expect(errors(broken, 1)).not.toEqual([])
  const again = await done(broken, { type: 'Replan', day: 0 })
  expect(judge(broken, again, workshop).caused.filter(({ severity }) => severity === 'error')).toEqual([])
  for (const day of [1, 2]) expect(bare(again.plan, day)).toEqual(bare(broken.plan, day))
  expect(errors(again, 0)).toEqual([])
  expect(wholeTrip(again)).toEqual([])
})

test('a day is planned anew although a wish that the trip has lost elsewhere can be met nowhere', async () => {
  const first = await planned()
  const gone = sightOf(first.plan, 1)
  const only = workshop.places.map((place) =>
    place.id === gone.refId ? { ...place, hours: { kind: 'scheduled' as const, osm: 'Fr 08:00-22:00' } } : place,
  )
  const wishes = { ...workshop.brief.wishes, mustSee: [gone.refId!] }
  const wishing = { ...workshop, places: only, brief: { ...workshop.brief, wishes } }
  const without = await done(first, { type: 'RemoveStop', stopId: gone.id }, wishing)
  const again = await done(without, { type: 'Replan', day: 0 }, wishing)
  expect(judge(without, again, wishing).caused.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(bare(again.plan, 1)).toEqual(bare(without.plan, 1))
})
