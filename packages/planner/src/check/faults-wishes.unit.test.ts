import { describe, expect, it } from 'vitest'
import { legOf, placeIn, replacePlace, stopAt } from './fixture/draft.ts'
import { expectCaught, unplanted, type Fault } from './fixture/fault.ts'

const MONEY: readonly Fault[] = [
  ['budget', 'the budget exceeded by 1', (draft) => void ((draft.brief.budget as { amount: number }).amount -= 1)],
  ['currency', 'a budget in another currency', (draft) => void ((draft.brief.budget as { currency: string }).currency = 'JPY')],
  ['currency', 'costs in two currencies', (draft) => void ((stopAt(draft, 'tower').cost as { currency: string }).currency = 'JPY')],
  ['cost-total', 'a total that is not the sum', ({ plan }) => void ((plan.cost.known as { amount: number }).amount -= 100)],
  ['cost-unknown', 'an unknown cost passed over', ({ plan }) => void (plan.cost.unknownStops = 0)],
]

const WISHES: readonly Fault[] = [
  ['must-see-missing', 'the must-see is not there', (draft) => void replacePlace(draft, 'palace', 'old-house')],
  ['avoid-present', 'a place to be avoided', (draft) => void draft.brief.wishes.avoid.push('plc_town_museum')],
  ['avoid-present', 'a kind to be avoided', (draft) => void draft.brief.wishes.avoidCategories.push('museum')],
]

const HONESTY: readonly Fault[] = [
  [
    'dropped-present',
    'said to be left out, and there',
    (draft) => {
      const { id, names } = placeIn(draft, 'museum')
      draft.plan.dropped.push({ placeId: id, names, wished: false, reason: { code: 'no-time', params: {} } })
    },
  ],
  [
    'dropped-unknown',
    'left out, and never existed',
    ({ plan }) => void plan.dropped.push({ placeId: 'plc_town_x', names: {}, wished: false, reason: { code: 'no-time', params: {} } }),
  ],
  [
    'dropped-wished',
    'a wish left out as if nobody had wished it',
    (draft) => {
      const { id, names } = placeIn(draft, 'club')
      draft.brief.wishes.mustSee.push(id)
      draft.plan.dropped.push({ placeId: id, names, wished: false, reason: { code: 'min-age', params: {} } })
    },
  ],
  ['reason-missing', 'a sight for no reason', (draft) => void (stopAt(draft, 'museum').reasons = [])],
  [
    'reason-reference',
    'a reason that names nobody of the party',
    (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'taste', params: { travellerId: 'mbr_nobody' } }),
  ],
  [
    'reason-reference',
    'a reason that names no place',
    (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'near', params: { to: 'plc_town_x' } }),
  ],
  [
    'reason-reference',
    'a warning at no stop',
    ({ plan }) => void plan.warnings.push({ code: 'rain', params: {}, stopId: 'stp_x', day: null }),
  ],
  [
    'reason-untrue',
    'called a landmark',
    (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'landmark', params: { prominence: 5 } }),
  ],
  [
    'reason-untrue',
    'called a must-see nobody named',
    (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'must-see', params: {} }),
  ],
  [
    'reason-untrue',
    'said to be liked by somebody who said nothing',
    (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'liked-by', params: { travellerIds: ['mbr_dad'], interest: 'art' } }),
  ],
  [
    'reason-untrue',
    'said to be the only one of its kind',
    (draft) => {
      placeIn(draft, 'palace').category = 'museum'
      stopAt(draft, 'museum').reasons.push({ code: 'only-of-its-kind', params: { category: 'museum' } })
    },
  ],
  [
    'reason-untrue',
    'a taxi for somebody who walks well',
    (draft) => {
      const stop = stopAt(draft, 'museum')
      legOf(stop).mode = 'taxi'
      stop.reasons.push({ code: 'taxi-for', params: { cause: 'little-walking', travellerIds: ['mbr_dad'], sparesM: 400 } })
    },
  ],
  [
    'reason-untrue',
    'a taxi for the bags, between two sights',
    (draft) => {
      const stop = stopAt(draft, 'museum')
      legOf(stop).mode = 'taxi'
      stop.reasons.push({ code: 'taxi-for', params: { cause: 'bags', travellerIds: ['mbr_gran'], sparesM: 400 } })
    },
  ],
  [
    'reason-untrue',
    'left out as closed, and it was open',
    (draft) => {
      const { id, names } = placeIn(draft, 'club')
      draft.plan.dropped.push({
        placeId: id,
        names,
        wished: false,
        reason: { code: 'closed-on-your-days', params: { dates: ['2026-05-04'] } },
      })
    },
  ],
  [
    'reason-untrue',
    'left out for a place that is not there either',
    (draft) => {
      const { id, names } = placeIn(draft, 'club')
      draft.plan.dropped.push({
        placeId: id,
        names,
        wished: false,
        reason: { code: 'displaced-by', params: { placeIds: ['plc_town_old-house'] } },
      })
    },
  ],
  [
    'reason-untrue',
    'the best served called the least',
    ({ plan }) => {
      Object.assign(plan.members[0] as object, { satisfaction: 0.9, reasons: [{ code: 'least-served', params: {} }] })
    },
  ],
  [
    'reason-untrue',
    'a longer wait than there is',
    (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'gap-free-time', params: { gapMin: 90 } }),
  ],
  [
    'reason-untrue',
    'a warning of no lodging where there is one',
    ({ plan }) => void plan.warnings.push({ code: 'no-lodging', params: { date: '2026-05-04' }, stopId: null, day: 0 }),
  ],
  ['hours-unwarned', 'unknown hours without a word', ({ plan }) => void (plan.warnings = [])],
  ['member-report', 'a member nobody reports on', ({ plan }) => void plan.members.pop()],
  ['member-report', 'somebody more than satisfied', ({ plan }) => void ((plan.members[0] as { satisfaction: number }).satisfaction = 1.2)],
]

const FAULTS: readonly Fault[] = [...MONEY, ...WISHES, ...HONESTY]

describe('a planted fault is caught by the rule it breaks', () => {
  it.each(FAULTS)('%s: %s', (...fault) => expectCaught(fault))

  it('has a fault for every rule of money and wishes and honesty', () => {
    expect(unplanted(FAULTS, ['money', 'wishes', 'honesty'])).toEqual([])
  })
})
