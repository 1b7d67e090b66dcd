import { describe, expect, it } from 'vitest'
import { delay, draftOf, judged, legOf, placeIn, removeStop, replacePlace, stopAt, stopOn, type Draft } from './fixture/draft.ts'
import { coupleTrip, familyTrip, wheelchairTrip, type Trip } from './fixture/trips.ts'
import { RULES, type RuleId } from './rules.ts'

type Fault = readonly [rule: RuleId, fault: string, plant: (draft: Draft) => void, trip?: () => Trip]

const STRUCTURE: readonly Fault[] = [
  ['day-count', 'the last day is left out', ({ plan }) => void plan.days.pop()],
  ['day-count', 'a day too many', ({ plan }) => void plan.days.push({ ...structuredClone(plan.days[2] as (typeof plan.days)[0]), index: 3, date: '2026-05-07' })],
  ['day-date', 'a wrong date', ({ plan }) => void ((plan.days[1] as (typeof plan.days)[0]).date = '2026-05-06')],
  ['day-date', 'a wrong index', ({ plan }) => void ((plan.days[1] as (typeof plan.days)[0]).index = 2)],
  ['day-empty', 'a day without stops', ({ plan }) => void ((plan.days[1] as (typeof plan.days)[0]).stops = [])],
  ['stop-id', 'one id for two stops', (draft) => void (stopAt(draft, 'museum').id = stopAt(draft, 'palace').id)],
  ['stop-id', 'a stop without an id', (draft) => void (stopAt(draft, 'museum').id = '')],
  ['day-start-place', 'the trip does not begin at the arrival point', ({ plan }) => void plan.days[0]?.stops.shift()],
  ['day-start-place', 'a day does not begin where the night was slept', ({ plan }) => void plan.days[1]?.stops.shift()],
  ['day-end-place', 'a day ends away from the lodging', ({ plan }) => void plan.days[1]?.stops.pop()],
  ['day-end-place', 'the trip does not end at the departure point', ({ plan }) => void plan.days[2]?.stops.pop()],
  ['anchor-order', 'a departure in the middle', (draft) => void (stopOn(draft, 1, 3).kind = 'departure')],
  ['lodging-night', 'a lodging that is slept in on other nights', (draft) => {
    draft.brief.lodgings.push({ ...structuredClone(draft.brief.lodgings[0] as Draft['brief']['lodgings'][0]), id: 'ldg_later', firstNight: '2026-06-01', lastNight: '2026-06-02' })
    stopOn(draft, 1, 3).refId = 'ldg_later'
  }],
  ['before-arrival', 'the first day begins before the party is free', (draft) => void (draft.brief.arrival.minute = 631)],
  ['after-departure', 'at the station one minute late', (draft) => void (draft.brief.departure.minute = stopOn(draft, 2, -1).arriveMin - 1)],
  ['stop-shape', 'a meal that is none of the meals', (draft) => void (stopAt(draft, 'rice-house').meal = null)],
  ['stop-shape', 'a sight called lunch', (draft) => void (stopAt(draft, 'museum').meal = 'lunch')],
]

const GROUNDING: readonly Fault[] = [
  ['place-unknown', 'a place that does not exist', (draft) => void (stopAt(draft, 'museum').refId = 'plc_town_dreamland')],
  ['place-unknown', 'a sight at no place', (draft) => void (stopAt(draft, 'museum').refId = null)],
  ['place-region', 'a place of another city', (draft) => void replacePlace(draft, 'park', 'elsewhere')],
  ['name-mismatch', 'another name', (draft) => void (stopAt(draft, 'museum').names = { en: 'The musem', ko: '마을 museum' })],
  ['name-mismatch', 'a name in a language nobody vouched for', (draft) => void (stopAt(draft, 'museum').names = { ...stopAt(draft, 'museum').names, ja: '博物館' })],
  ['name-mismatch', 'a lodging by another name', (draft) => void (stopOn(draft, 1, 0).names = { en: 'Palace Hotel' })],
  ['position-mismatch', 'a sight 20 m off', (draft) => void (stopAt(draft, 'museum').position.lat += 0.0002)],
  ['position-mismatch', 'the station somewhere else', (draft) => void (stopOn(draft, 0, 0).position.lat += 0.001)],
  ['open-mismatch', 'longer hours than the place keeps', (draft) => void ((stopAt(draft, 'museum').open as { close: number }).close += 60)],
  ['open-mismatch', 'a later last entry', (draft) => void ((stopAt(draft, 'palace').open as { lastEntry: number }).lastEntry += 30)],
  ['open-mismatch', 'an opening where there is no gate', (draft) => void (stopAt(draft, 'park').open = { open: 0, close: 1440, lastEntry: 1440 })],
  ['hours-known', 'unknown hours called known', (draft) => void (stopAt(draft, 'gallery').hoursKnown = true)],
  ['hours-known', 'hours the checker cannot read called known', (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: 'sunrise-sunset' })],
  ['hours-unsaid', 'known hours called unknown are said', (draft) => void (stopAt(draft, 'museum').hoursKnown = false)],
  ['cost-mismatch', 'a ticket too few', (draft) => void (stopAt(draft, 'tower').cost = { amount: 32_000, currency: 'KRW' })],
  ['cost-mismatch', 'the child pays as an adult', (draft) => void (stopAt(draft, 'palace').cost = { amount: 6_000, currency: 'KRW' })],
  ['cost-mismatch', 'an amount where the price is unknown', (draft) => void (stopAt(draft, 'gallery').cost = { amount: 0, currency: 'KRW' })],
  ['cost-mismatch', 'a known price called unknown', (draft) => void (stopAt(draft, 'tower').cost = null)],
  ['cost-mismatch', 'the right amount in another currency', (draft) => void (stopAt(draft, 'tower').cost = { amount: 48_000, currency: 'JPY' })],
  ['place-twice', 'the same sight on two days', (draft) => void replacePlace(draft, 'park', 'museum')],
  ['place-twice', 'two dinners at one restaurant', (draft) => void replacePlace(draft, 'rice-house', 'noodle-bar')],
  ['place-twice', 'one sight under two ids', (draft) => {
    draft.places.push({ ...placeIn(draft, 'museum'), id: 'plc_town_museum-2', names: { en: 'the MUSEUM!' } })
    Object.assign(stopAt(draft, 'park'), { refId: 'plc_town_museum-2' })
  }],
]

const TIME: readonly Fault[] = [
  ['time-invalid', 'half a minute', (draft) => void (stopAt(draft, 'museum').endMin += 0.5)],
  ['time-invalid', 'no number at all', (draft) => void (stopAt(draft, 'museum').endMin = Number.NaN)],
  ['stop-times', 'ends before it begins', (draft) => void (stopAt(draft, 'museum').endMin = stopAt(draft, 'museum').startMin - 1)],
  ['stop-times', 'begins before the party is there', (draft) => void (stopAt(draft, 'museum').startMin = stopAt(draft, 'museum').arriveMin - 1)],
  ['stop-overlap', 'the next stop begins during this one', (draft) => void (stopAt(draft, 'museum').endMin = stopAt(draft, 'temple-table').arriveMin + 1)],
  ['stop-overlap', 'two stops changed round', ({ plan }) => {
    const stops = plan.days[0]?.stops ?? []
    ;[stops[2], stops[4]] = [stops[4] as (typeof stops)[0], stops[2] as (typeof stops)[0]]
  }],
  ['stop-overlap', 'the evening runs into the next morning', (draft) => delay(stopOn(draft, 0, -1), 1440)],
  ['closed-day', 'moved to the weekly closing day', (draft) => void (draft.brief.startDate = '2026-05-03')],
  ['closed-day', 'the day after the holiday, which makes up for it', (draft) => void replacePlace(draft, 'park', 'palace')],
  ['closed-day', 'the closing day that a holiday had opened, without the holiday', (draft) => void delete draft.holidays?.days['2026-05-05'], () => {
    const trip = familyTrip()
    return { ...trip, plan: draftWith(trip, (draft) => replacePlace(draft, 'museum', 'palace')) }
  }],
  ['closed-day', 'the first Tuesday of the month', (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: '10:00-18:00', closedNth: { weekday: 1, nth: [1] } })],
  ['closed-day', 'a feast day', (draft) => void (draft.holidays as NonNullable<Draft['holidays']>).days['2026-05-05']?.push({ kind: 'seollal', names: {} })],
  ['closed-day', 'a fixed date of the year', (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: '10:00-18:00', closedDates: ['05-05'] })],
  ['outside-hours', 'begins a minute before opening', (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: '10:01-18:00' })],
  ['outside-hours', 'stays a minute past closing', (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: '10:00-11:29' })],
  ['outside-hours', 'stays into the break', (draft) => void (placeIn(draft, 'rice-house').hours = { kind: 'scheduled', osm: '11:00-15:00,17:10-21:00' })],
  ['outside-hours', 'past the winter closing', (draft) => void (placeIn(draft, 'museum').hours = { kind: 'scheduled', osm: 'Jun-Apr 10:00-18:00; May 10:00-11:00' })],
  ['outside-hours', 'on the bridge past its closing after midnight', (draft) => void (placeIn(draft, 'night-bridge').hours = { kind: 'scheduled', osm: '18:00-23:55' }), wheelchairTrip],
  ['last-entry', 'one minute after the last entry', (draft) => void (placeIn(draft, 'palace').hours = { kind: 'scheduled', osm: '09:00-18:00', lastEntryMin: 18 * 60 - (12 * 60 + 29) })],
  ['stay-short', 'a minute less than makes sense', (draft) => void (stopAt(draft, 'museum').endMin = stopAt(draft, 'museum').startMin + 44)],
  ['stay-long', 'a minute more than makes sense', (draft) => void (placeIn(draft, 'museum').stay.max = 89)],
  ['idle-unexplained', 'an hour of waiting at the door', (draft) => {
    const [sight, wait] = [stopAt(draft, 'market'), stopAt(draft, 'market').startMin - stopAt(draft, 'market').arriveMin]
    sight.startMin += 61 - wait
  }],
]

const IDLE_ENDS: readonly Fault[] = [
  ['idle-at-ends', 'hours at the station before setting out are said', (draft) => void (draft.brief.arrival.minute = stopOn(draft, 0, 0).arriveMin = 8 * 60 + 30)],
  ['idle-at-ends', 'hours at the station before leaving are said', (draft) => void (draft.brief.departure.minute += 60)],
]

const MOVEMENT: readonly Fault[] = [
  ['leg-missing', 'a leg removed', (draft) => void (stopAt(draft, 'museum').leg = null)],
  ['leg-first', 'a leg to where the day begins', (draft) => void (stopOn(draft, 1, 0).leg = structuredClone(legOf(stopAt(draft, 'museum'))))],
  ['leg-times', 'departs while still at the last stop', (draft) => void (stopAt(draft, 'museum').endMin = legOf(stopAt(draft, 'temple-table')).departMin + 1)],
  ['leg-times', 'arrives after the stop says', (draft) => void (legOf(stopAt(draft, 'museum')).arriveMin += 1)],
  ['leg-times', 'lasts other than its ends say', (draft) => void (legOf(stopAt(draft, 'museum')).durationMin += 5)],
  ['leg-too-fast', 'teleport: 3 km in two minutes', (draft) => {
    const leg = legOf(stopOn(draft, 2, -1))
    Object.assign(leg, { durationMin: 2, departMin: leg.arriveMin - 2 })
  }],
  ['leg-too-fast', 'walking at 12 km/h', (draft) => {
    const leg = legOf(stopAt(draft, 'rice-house'))
    Object.assign(leg, { mode: 'walk', durationMin: 4, departMin: leg.arriveMin - 4 })
  }],
  ['leg-too-fast', 'a fort 45 km off within the half hour', (draft) => void replacePlace(draft, 'hill', 'far-fort'), coupleTrip],
  ['leg-too-short', 'shorter than the straight line', (draft) => void (legOf(stopOn(draft, 2, -1)).distanceM = 2_000)],
  ['leg-walk', 'a walk that is only partly walked', (draft) => Object.assign(legOf(stopAt(draft, 'museum')), { mode: 'walk' })],
  ['leg-mode', 'a car on a trip by public transport', (draft) => void (legOf(stopAt(draft, 'museum')).mode = 'car')],
  ['leg-mode', 'a bus on a trip by car', (draft) => void (legOf(stopAt(draft, 'hill')).mode = 'transit'), coupleTrip],
  ['leg-taxi', 'a taxi on a trip by public transport is said', (draft) => void (legOf(stopAt(draft, 'museum')).mode = 'taxi')],
  ['leg-slow', 'two hours for a kilometre are said', (draft) => {
    const stop = stopAt(draft, 'museum')
    Object.assign(legOf(stop), { durationMin: 120, departMin: stop.arriveMin - 120 })
  }],
  ['walk-leg', 'a metre further than Grandma walks at a time', (draft) => {
    Object.assign(legOf(stopAt(draft, 'museum')), { mode: 'walk', distanceM: 1_500, walkM: 1_500 })
  }],
  ['walk-leg', 'further than somebody said they walk', (draft) => void Object.assign(draft.brief.travellers[1] as object, { maxWalkLegM: 199 })],
  ['walk-day', 'a day of more walking than said', (draft) => void Object.assign(draft.brief.travellers[1] as object, { maxWalkDayM: 2_000 })],
  ['moving-day', 'four hours and a minute on the way', (draft) => {
    const leg = legOf(stopAt(draft, 'museum'))
    leg.durationMin += 241
    leg.departMin -= 241
  }],
  ['day-totals', 'a day that says it moves less', ({ plan }) => void ((plan.days[0] as (typeof plan.days)[0]).movingMin -= 10)],
  ['day-totals', 'a day that says it walks less', ({ plan }) => void ((plan.days[0] as (typeof plan.days)[0]).walkM -= 100)],
]

const MEALS: readonly Fault[] = [
  ['meal-window', 'lunch at 16:00', (draft) => delay(stopAt(draft, 'temple-table'), 240)],
  ['meal-window', 'dinner a minute early', (draft) => delay(stopAt(draft, 'rice-house'), -1)],
  ['meal-duration', 'lunch in 29 minutes', (draft) => void (stopAt(draft, 'temple-table').endMin = stopAt(draft, 'temple-table').startMin + 29)],
  ['meal-duration', 'dinner over two and a half hours', (draft) => void (stopAt(draft, 'rice-house').endMin += 91)],
  ['meal-gap', 'dinner 239 minutes after lunch', (draft) => {
    delay(stopAt(draft, 'temple-table'), 90)
    delay(stopAt(draft, 'rice-house'), 29)
  }],
  ['meal-missing', 'no lunch', (draft) => removeStop(draft, 'temple-table')],
  ['meal-missing', 'no dinner', (draft) => removeStop(draft, 'rice-house')],
  ['meal-missing', 'two dinners do for no lunch', (draft) => void (stopAt(draft, 'temple-table').meal = 'dinner')],
  ['meal-claim', 'says nothing was open, and something was', (draft) => {
    removeStop(draft, 'temple-table')
    draft.plan.warnings.push({ code: 'no-meal-found', params: { meal: 'lunch' }, stopId: null, day: 1 })
  }],
  ['meal-claim', 'says no lunch was found, and has one', (draft) => {
    draft.plan.warnings.push({ code: 'no-meal-found', params: { meal: 'lunch' }, stopId: null, day: 1 })
  }],
  ['meal-place', 'lunch in the museum', (draft) => void replacePlace(draft, 'temple-table', 'old-house')],
  ['meal-place', 'dinner where only lunch is served', (draft) => void replacePlace(draft, 'rice-house', 'brunch-room')],
  ['meal-diet', 'nothing for the vegetarian', (draft) => void replacePlace(draft, 'rice-house', 'pork-hall')],
  ['meal-diet', 'a diet nobody knows the kitchen to serve', (draft) => void draft.brief.travellers[0]?.diets.push('gluten-free')],
]

const BOOKINGS: readonly Fault[] = [
  ['booking-missing', 'the concert is forgotten', (draft) => removeStop(draft, 'bkg_concert'), coupleTrip],
  ['booking-moved', 'the concert an hour later', (draft) => delay(stopAt(draft, 'bkg_concert'), 60), coupleTrip],
  ['booking-moved', 'left before the end', (draft) => void (stopAt(draft, 'bkg_concert').endMin -= 1), coupleTrip],
  ['booking-unknown', 'a booking nobody made', (draft) => void (stopAt(draft, 'bkg_concert').refId = 'bkg_other'), coupleTrip],
  ['booking-before', 'nine minutes before the concert', (draft) => {
    const stop = stopAt(draft, 'bkg_concert')
    const by = stop.startMin - 9 - stop.arriveMin
    stop.arriveMin += by
    legOf(stop).departMin += by
    legOf(stop).arriveMin += by
  }, coupleTrip],
  ['booking-before', 'not ninety minutes before a flight', (draft) => void ((draft.brief.bookings[0] as { kind: string }).kind = 'flight'), coupleTrip],
  ['booking-after', 'away from the platform too soon', (draft) => {
    Object.assign(draft.brief.bookings[0] as object, { kind: 'train' })
    const leg = legOf(stopOn(draft, 0, -1))
    delay(stopOn(draft, 0, -1), 23 * 60 + 44 - leg.departMin)
  }, coupleTrip],
]

const PEOPLE: readonly Fault[] = [
  ['step-free', 'a wheelchair where nobody knows of steps', (draft) => void (placeIn(draft, 'museum').stepFree = 'unknown'), wheelchairTrip],
  ['step-free', 'a wheelchair where it is partly step-free', (draft) => void (placeIn(draft, 'museum').stepFree = 'partly'), wheelchairTrip],
  ['step-free', 'a restaurant with steps', (draft) => void (placeIn(draft, 'rice-house').stepFree = 'no'), wheelchairTrip],
  ['step-free', 'a rest behind steps', (draft) => void (placeIn(draft, 'tea-room').stepFree = 'no'), wheelchairTrip],
  ['stroller', 'a stroller where none is let in', (draft) => {
    Object.assign(draft.brief.travellers[1] as object, { mobility: 'stroller' })
    placeIn(draft, 'museum').stroller = 'no'
  }],
  ['stroller-unknown', 'a stroller where nobody knows is said', (draft) => {
    Object.assign(draft.brief.travellers[1] as object, { mobility: 'stroller' })
    placeIn(draft, 'museum').stroller = 'unknown'
  }],
  ['lodging-access', 'a rest on wheels at a lodging with steps is said', (draft) => {
    Object.assign(draft.brief.travellers[1] as object, { mobility: 'wheelchair' })
    ;(draft.brief.lodgings[0] as { stepFree: string }).stepFree = 'unknown'
    stopOn(draft, 1, 3).kind = 'rest'
  }],
  ['min-age', 'a child at the club', (draft) => void replacePlace(draft, 'museum', 'club')],
  ['effort', 'a climb for Grandma is said', (draft) => void replacePlace(draft, 'park', 'hill')],
  ['rest-missing', 'no rest in the afternoon', (draft) => removeStop(draft, 'tea-room'), wheelchairTrip],
  ['rest-missing', 'a rest of 29 minutes', (draft) => void (stopOn(draft, 1, 3).endMin = stopOn(draft, 1, 3).startMin + 29)],
  ['rest-missing', 'a rest in the evening', (draft) => delay(stopOn(draft, 1, 3), 200)],
  ['rest-place', 'a rest where there is nowhere to sit', (draft) => void Object.assign(placeIn(draft, 'tea-room'), { category: 'museum', restSpot: false })],
]

const PACE: readonly Fault[] = [
  ['sights-per-day', 'four sights on a calm day', (draft) => {
    draft.brief.pace = 'calm'
  }, coupleTrip],
  ['day-start', 'out a minute too early', (draft) => {
    const leg = legOf(stopAt(draft, 'museum'))
    leg.departMin = 9 * 60 + 29
    leg.durationMin = leg.arriveMin - leg.departMin
  }],
  ['day-end', 'back a minute too late', (draft) => delay(stopOn(draft, 0, -1), 20 * 60 + 31 - stopOn(draft, 0, -1).arriveMin)],
  ['day-span', 'eleven hours and a minute from door to door', (draft) => {
    const leg = legOf(stopAt(draft, 'museum'))
    leg.departMin = 9 * 60 + 29
    leg.durationMin = leg.arriveMin - leg.departMin
    delay(stopOn(draft, 1, -1), 20 * 60 + 30 - stopOn(draft, 1, -1).arriveMin)
  }],
  ['child-late', 'the child is out until a minute past eight', (draft) => delay(stopOn(draft, 0, -1), 20 * 60 + 1 - stopOn(draft, 0, -1).arriveMin)],
]

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
  ['dropped-present', 'said to be left out, and there', (draft) => {
    const { id, names } = placeIn(draft, 'museum')
    draft.plan.dropped.push({ placeId: id, names, wished: false, reason: { code: 'no-time', params: {} } })
  }],
  ['dropped-unknown', 'left out, and never existed', ({ plan }) => void plan.dropped.push({ placeId: 'plc_town_x', names: {}, wished: false, reason: { code: 'no-time', params: {} } })],
  ['dropped-wished', 'a wish left out as if nobody had wished it', (draft) => {
    const { id, names } = placeIn(draft, 'club')
    draft.brief.wishes.mustSee.push(id)
    draft.plan.dropped.push({ placeId: id, names, wished: false, reason: { code: 'min-age', params: {} } })
  }],
  ['reason-missing', 'a sight for no reason', (draft) => void (stopAt(draft, 'museum').reasons = [])],
  ['reason-reference', 'a reason that names nobody of the party', (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'taste', params: { travellerId: 'mbr_nobody' } })],
  ['reason-reference', 'a reason that names no place', (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'near', params: { to: 'plc_town_x' } })],
  ['reason-reference', 'a warning at no stop', ({ plan }) => void plan.warnings.push({ code: 'rain', params: {}, stopId: 'stp_x', day: null })],
  ['reason-untrue', 'called a landmark', (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'landmark', params: { prominence: 5 } })],
  ['reason-untrue', 'called a must-see nobody named', (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'must-see', params: {} })],
  ['reason-untrue', 'said to be liked by somebody who said nothing', (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'liked-by', params: { travellerIds: ['mbr_dad'], interest: 'art' } })],
  ['reason-untrue', 'said to be the only one of its kind', (draft) => {
    placeIn(draft, 'palace').category = 'museum'
    stopAt(draft, 'museum').reasons.push({ code: 'only-of-its-kind', params: { category: 'museum' } })
  }],
  ['reason-untrue', 'left out as closed, and it was open', (draft) => {
    const { id, names } = placeIn(draft, 'club')
    draft.plan.dropped.push({ placeId: id, names, wished: false, reason: { code: 'closed-on-your-days', params: { dates: ['2026-05-04'] } } })
  }],
  ['reason-untrue', 'left out for a place that is not there either', (draft) => {
    const { id, names } = placeIn(draft, 'club')
    draft.plan.dropped.push({ placeId: id, names, wished: false, reason: { code: 'displaced-by', params: { placeIds: ['plc_town_old-house'] } } })
  }],
  ['reason-untrue', 'the best served called the least', ({ plan }) => {
    Object.assign(plan.members[0] as object, { satisfaction: 0.9, reasons: [{ code: 'least-served', params: {} }] })
  }],
  ['reason-untrue', 'a longer wait than there is', (draft) => void stopAt(draft, 'museum').reasons.push({ code: 'gap-free-time', params: { gapMin: 90 } })],
  ['reason-untrue', 'a warning of no lodging where there is one', ({ plan }) => void plan.warnings.push({ code: 'no-lodging', params: { date: '2026-05-04' }, stopId: null, day: 0 })],
  ['hours-unwarned', 'unknown hours without a word', ({ plan }) => void (plan.warnings = [])],
  ['member-report', 'a member nobody reports on', ({ plan }) => void plan.members.pop()],
  ['member-report', 'somebody more than satisfied', ({ plan }) => void ((plan.members[0] as { satisfaction: number }).satisfaction = 1.2)],
]

const FAULTS: readonly Fault[] = [
  ...STRUCTURE, ...GROUNDING, ...TIME, ...IDLE_ENDS, ...MOVEMENT, ...MEALS, ...BOOKINGS, ...PEOPLE, ...PACE, ...MONEY, ...WISHES, ...HONESTY,
]

function draftWith(trip: Trip, plant: (draft: Draft) => unknown): Trip['plan'] {
  const draft = draftOf(trip)
  plant(draft)
  return draft.plan as Trip['plan']
}

describe('a planted fault is caught by the rule it breaks', () => {
  it.each(FAULTS)('%s: %s', (rule, _fault, plant, trip = familyTrip) => {
    const draft = draftOf(trip())
    const before = judged(draft).map((violation) => violation.rule)
    plant(draft)
    const found = judged(draft)
    expect(before).not.toContain(rule)
    expect(found.map((violation) => violation.rule)).toContain(rule)
    for (const violation of found) expect(violation).toMatchObject({ severity: RULES[violation.rule].severity, detail: expect.stringMatching(/\S/) })
  })

  it('has a fault for every rule on a single plan', () => {
    const planted = new Set<string>(FAULTS.map(([rule]) => rule))
    const rules = Object.entries(RULES).filter(([, rule]) => rule.group !== 'change')
    expect(rules.map(([id]) => id).filter((id) => !planted.has(id))).toEqual([])
  })
})
