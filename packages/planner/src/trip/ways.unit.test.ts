import { TAXI_RELIEF, type LatLng, type Traveller, type TripBrief } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { SEOUL_FAMILY, traveller } from './fixture/sample-briefs.ts'
import { partyOf } from './party.ts'
import { modelLegs } from './prepare.ts'
import { Ways, type LegSource, type Way } from './ways.ts'

const FROM: LatLng = { lat: 37.55, lng: 127.05 }
/** A point so many straight kilometres north. */
const north = (km: number, from = FROM): LatLng => ({ lat: from.lat + km / 111.195, lng: from.lng })
const ADULT = traveller('mbr_adult', 40)
const KNEE = traveller('mbr_knee', 68, { maxWalkLegM: 600, maxWalkDayM: 5_000 })
const CHILD = traveller('mbr_child', 6)

function waysOf(travellers: readonly Traveller[], more: Partial<TripBrief> = {}, source?: LegSource): Ways {
  const brief: TripBrief = { ...SEOUL_FAMILY, travellers, ...more }
  return new Ways(source ?? modelLegs(brief), brief, partyOf(travellers, brief.pace))
}
const over = (km: number, travellers: readonly Traveller[], more: Partial<TripBrief> = {}): Way =>
  waysOf(travellers, more).between(FROM, north(km))!

describe('a trip by public transport', () => {
  it('walks or rides with able adults, and takes no taxi at any distance', () => {
    const modes = [0.3, 0.9, 1.1, 2, 4, 12].map((km) => over(km, [ADULT]).mode)
    expect(modes).toEqual(['walk', 'walk', 'walk', 'transit', 'transit', 'transit'])
  })

  it('takes a taxi over a short way for who walks little, and says whom it spares how far', () => {
    const way = over(0.9, [ADULT, KNEE])
    expect(way).toMatchObject({ mode: 'taxi', walkM: 0, relief: { cause: 'little-walking', travellerIds: ['mbr_knee'], sparesM: 600 } })
    expect(over(0.9, [ADULT])).not.toHaveProperty('relief')
  })

  it('goes far by train all the same', () => {
    const far = TAXI_RELIEF.littleUpToM / 1000 + 0.2
    expect(over(far, [ADULT, KNEE])).toMatchObject({ mode: 'transit', walkM: 600 })
  })

  it('takes a taxi where it is too far for a child to walk and too near for a train', () => {
    expect(over(0.8, [ADULT, CHILD])).toMatchObject({ mode: 'taxi', relief: { cause: 'near', travellerIds: ['mbr_child'] } })
    expect(over(2, [ADULT, CHILD]).mode).toBe('transit')
  })

  it('takes a taxi with the bags, from the station to where they sleep, with somebody who is owed a rest', () => {
    const lodging = { ...SEOUL_FAMILY.lodgings[0]!, position: north(4, SEOUL_FAMILY.arrival.at!.position) }
    const ride = (travellers: readonly Traveller[]): Way =>
      waysOf(travellers, { lodgings: [lodging] }).between(SEOUL_FAMILY.arrival.at!.position, lodging.position)!
    expect(ride([ADULT, CHILD])).toMatchObject({ mode: 'taxi', relief: { cause: 'bags', travellerIds: ['mbr_child'] } })
    expect(ride([ADULT]).mode).toBe('transit')
  })

  it('takes the train where that is there sooner, unless its stop is too far to walk to', () => {
    const train =
      (walkM: number): LegSource =>
      (from, to, mode) =>
        mode === 'transit'
          ? { durationMin: 6, distanceM: 3_000, walkM, source: 'timetable' }
          : modelLegs({ ...SEOUL_FAMILY, travellers: [KNEE] })(from, to, mode)
    expect(waysOf([KNEE], {}, train(200)).between(FROM, north(2))!.mode).toBe('transit')
    expect(waysOf([KNEE], {}, train(1_400)).between(FROM, north(2))).toMatchObject({
      mode: 'taxi',
      relief: { cause: 'far-stop', travellerIds: ['mbr_knee'], sparesM: 1_400 },
    })
  })
})

it('a trip by car, or on foot, takes no taxi for anybody', () => {
  expect(over(2, [KNEE], { transport: 'car' }).mode).toBe('car')
  expect(waysOf([KNEE], { transport: 'walk' }).between(FROM, north(2))).toBeNull()
})
