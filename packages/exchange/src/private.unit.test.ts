import { EXPORT_FORMATS, forOthers, ItineraryView, SHAREABLE_CODES } from '@yeojeong/contracts'
import { LANGUAGES } from '@yeojeong/i18n'
import { CODES } from '@yeojeong/planner'
import { describe, expect, it } from 'vitest'
import { exportItinerary } from './export-itinerary.ts'
import { dayOf, stopOf, viewOf } from './fixture/views.ts'

/** Grounds that name somebody or what somebody needs, eats, pays or cannot do. A new code belongs here or in SHAREABLE_CODES. */
const STAY_AT_HOME = [
  'liked-by',
  'for-children',
  'step-free',
  'rest-for',
  'early-end-for',
  'taxi-for',
  'meal-fits-all',
  'no-meal-found',
  'no-rest-found',
  'moving-beyond-limit',
  'lodging-access-unknown',
  'lodging-not-step-free',
  'booking-access-unknown',
  'not-step-free',
  'step-free-unknown',
  'too-young',
  'too-strenuous',
  'too-much-walking',
  'over-budget',
  'rule-broken',
  'avoided',
  'best-stop',
  'interest-missing',
  'least-served',
  'conflict-step-free',
  'conflict-min-age',
  'conflict-walking',
  'conflict-budget',
  'conflict-avoided',
  'relax-budget',
  'relax-walking',
  'relax-several',
]
const ALL_CODES = Object.values(CODES).flatMap((codes) => Object.keys(codes))

const WHO = 'mbr_grandmother1'
/** Values that may be found nowhere; each stands for a fact about a person. */
const SECRETS = ['Halmoni', WHO, 'halal', '4321', 'cafe-for-her', '71000']
const params = {
  travellerIds: [WHO],
  diets: ['halal'],
  limitM: 4321,
  place: 'cafe-for-her',
  amount: 71000,
  currency: 'KRW',
  interest: 'history',
  meal: 'lunch',
}
const everyReason = ALL_CODES.map((code) => ({ code, params }))
const SECRETIVE: ItineraryView = viewOf(
  [
    dayOf(0, '2026-05-04', [
      stopOf('palace', '2026-05-04T10:00:00+09:00', '2026-05-04T11:00:00+09:00', { reasons: everyReason, meal: 'lunch' }),
    ]),
  ],
  {
    travellers: { [WHO]: 'Halmoni' },
    members: [{ travellerId: WHO, satisfaction: 0.4321, reasons: everyReason }],
    warnings: everyReason.map((reason) => ({ ...reason, stopId: null, day: 0 })),
    dropped: everyReason.map((reason) => ({ placeId: 'plc_a', names: { en: 'A' }, wished: true, reason })),
    infeasible: { conflict: everyReason, relaxations: everyReason },
  },
)

describe('what others may see', () => {
  it('is decided for every ground the planner can give', () => {
    expect([...SHAREABLE_CODES, ...STAY_AT_HOME].sort()).toEqual([...ALL_CODES].sort())
  })
  it('has no traveller, no need and no limit in it, wherever they were', () => {
    const text = JSON.stringify(forOthers(SECRETIVE))
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).toContain('palace')
  })
  it('leaves out a ground that names people even where its code may be told', () => {
    const [stop] = forOthers(SECRETIVE).days[0]!.stops
    expect(stop!.reasons).toEqual([{ code: 'meal-fits-all', params: { meal: 'lunch', diets: [], travellerIds: [] } }])
  })
  it('keeps grounds about places, and is still a whole view', () => {
    const plain = viewOf([
      dayOf(0, '2026-05-04', [
        stopOf('a', '2026-05-04T10:00:00+09:00', '2026-05-04T11:00:00+09:00', { reasons: [{ code: 'must-see', params: {} }] }),
      ]),
    ])
    expect(forOthers(plain)).toEqual(plain)
    expect(ItineraryView.safeParse(forOthers(SECRETIVE)).success).toBe(true)
  })
  it('is never more than it was: seen twice is seen once', () => {
    expect(forOthers(forOthers(SECRETIVE))).toEqual(forOthers(SECRETIVE))
  })
})

describe.each(EXPORT_FORMATS)('an export as %s', (format) => {
  it.each(LANGUAGES)('in %s tells nothing of a person', (language) => {
    const text = exportItinerary(SECRETIVE, format, language).replaceAll('\r\n ', '')
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).toContain('palace')
  })
})
