import { holidaysOf, placesOf } from '@yeojeong/atlas'
import { openIntervals, type Plan, type TripBrief } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { JEJU_COUPLE, SEOUL_FAMILY, SEOUL_WHEELCHAIR } from '../trip/fixture/sample-briefs.ts'
import { planTrip } from '../trip/plan-trip.ts'
import type { PlanInput } from '../trip/problem.ts'

const inputOf = (brief: TripBrief, evaluations = 3_000_000): PlanInput => ({
  brief,
  places: placesOf(brief.destination.regionId),
  holidays: holidaysOf('KR'),
  seed: 1,
  evaluations,
})

function planned(input: PlanInput): Plan {
  const answer = planTrip(input)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

const refIds = (plan: Plan): readonly (string | null)[] => plan.days.flatMap((day) => day.stops.map((stop) => stop.refId))
const dropped = (plan: Plan, code: string) => plan.dropped.filter(({ reason }) => reason.code === code)

describe.each([SEOUL_FAMILY, JEJU_COUPLE, SEOUL_WHEELCHAIR])(
  'reasons in the plan of $tripId, held against a changed problem',
  { timeout: 60_000 },
  (brief) => {
    // Searched longer than what it is held against, so that luck is rarely the other's.
    const input = inputOf(brief, 15_000_000)
    const plan = planned(input)
    const places = new Map(input.places.map((place) => [place.id, place]))

    it('“displaced by” is true: those displaced are in the plan, and asking for the place by name gives no better plan', () => {
      for (const { placeId, reason } of dropped(plan, 'displaced-by').slice(0, 3)) {
        for (const id of reason.params['placeIds'] as readonly string[]) expect(refIds(plan)).toContain(id)
        const asked = planTrip(inputOf({ ...brief, wishes: { ...brief.wishes, mustSee: [...brief.wishes.mustSee, placeId] } }))
        if (!asked.ok) continue
        expect(refIds(asked.value)).toContain(placeId)
        // Three per cent for the search, which is no proof.
        expect(asked.value.score).toBeLessThan(plan.score * 1.03)
      }
    })

    it('“not step-free” and “step-free unknown” go away with the wheelchair', () => {
      const barred = [...dropped(plan, 'not-step-free'), ...dropped(plan, 'step-free-unknown')]
      expect(barred.length > 0).toBe(brief === SEOUL_WHEELCHAIR)
      if (barred.length === 0) return
      const able = {
        ...brief,
        travellers: brief.travellers.map((t) => ({ ...t, mobility: 'full' as const })),
        wishes: { ...brief.wishes, mustSee: [barred[0]!.placeId] },
      }
      expect(refIds(planned(inputOf(able)))).toContain(barred[0]!.placeId)
    })

    it('“closed on your days” is true of every day', () => {
      for (const { placeId } of dropped(plan, 'closed-on-your-days')) {
        for (const day of plan.days) expect(openIntervals(places.get(placeId)!.hours, day.date, input.holidays)).toEqual([])
      }
    })

    it('“liked by” names travellers who said so, “only of its kind” has no second, “on the way” is short', () => {
      const tastes = new Map(brief.travellers.map((t) => [t.id, t.tastes as { readonly [interest: string]: number | undefined }]))
      const sights = plan.days.flatMap((day) => day.stops.filter((stop) => stop.kind === 'sight'))
      const kinds = sights.map((stop) => places.get(stop.refId!)!.category)
      for (const stop of sights) {
        for (const { code, params } of stop.reasons) {
          if (code === 'liked-by')
            for (const id of params['travellerIds'] as readonly string[])
              expect(tastes.get(id)![params['interest'] as string]).toBeGreaterThanOrEqual(2)
          if (code === 'only-of-its-kind') expect(kinds.filter((kind) => kind === params['category'])).toHaveLength(1)
          if (code === 'on-the-way') expect(params['detourMin']).toBeLessThanOrEqual(10)
          if (code === 'free-entry') expect(places.get(stop.refId!)!.price).toBe('free')
        }
      }
    })

    it('every traveller’s best stop is in the plan', () => {
      const best = plan.members.flatMap(({ travellerId, reasons }) =>
        reasons.filter(({ code }) => code === 'best-stop').map(({ params }) => ({ travellerId, ...params })),
      )
      expect(best).toHaveLength(brief.travellers.length)
      for (const one of best) expect(refIds(plan)).toContain((one as { placeId?: string }).placeId)
    })
  },
)
