/** Groups as in the published list of checks; one file of this folder each. */
export type RuleGroup =
  | 'structure'
  | 'grounding'
  | 'time'
  | 'movement'
  | 'meals'
  | 'bookings'
  | 'people'
  | 'pace'
  | 'money'
  | 'wishes'
  | 'honesty'
  | 'change'

/** `error`: the plan must not be shown. `warning`: true and worth saying, but a good plan may carry it. */
export type Severity = 'error' | 'warning'

export type Rule = {
  readonly group: RuleGroup
  readonly severity: Severity
  readonly what: string
  readonly threshold: string
  readonly source: string
}

const rule =
  (group: RuleGroup, severity: Severity = 'error') =>
  (what: string, threshold: string, source: string): Rule => ({ group, severity, what, threshold, source })

const structure = rule('structure')
const grounding = rule('grounding')
const time = rule('time')
const movement = rule('movement')
const meals = rule('meals')
const bookings = rule('bookings')
const people = rule('people')
const pace = rule('pace')
const money = rule('money')
const wishes = rule('wishes')
const honesty = rule('honesty')
const change = rule('change')

/**
 * Every rule the checker knows, in words. `docs/checks.md` is this table as a page.
 * Sources: TP TravelPlanner, CT ChinaTravel, T+ Trip-Plus, TC TripCraft, TE TravelEval, TB TravelBench, own = ours.
 */
export const RULES = {
  'day-count': structure('The plan has one day per date of the trip', 'exact', 'TP CT T+'),
  'day-date': structure('Days carry consecutive dates from the start date, and their own index', 'exact', 'CT T+'),
  'day-empty': structure('A day is not empty', '≥ 1 stop', 'TP'),
  'stop-id': structure('Stop ids are present and unique in the plan', 'exact', 'own'),
  'day-start-place': structure('The first day starts at the arrival point, every other where the last one slept', 'same stop', 'TC T+'),
  'day-end-place': structure('A day ends at the lodging of its night, the last day at the departure point', 'same stop', 'TC T+'),
  'anchor-order': structure('An arrival only opens the trip, a departure only closes it', 'exact', 'CT T+'),
  'lodging-night': structure('A lodging stop is one slept in the night before or the night after', 'brief.lodgings', 'T+'),
  'before-arrival': structure('Nothing happens before the party is free on the first day', 'arrival.minute', 'CT own'),
  'after-departure': structure('The party is at the departure point in time on the last day', 'departure.minute', 'CT own'),
  'stop-shape': structure('A stop says which meal it is if it is one, and names no meal otherwise', 'exact', 'TP'),

  'place-unknown': grounding('Every sight, meal and rest is at a place of the source', 'id known', 'TP CT T+ TT TE'),
  'place-region': grounding('Every place lies in the region travelled to', 'regionId', 'TP CT'),
  'name-mismatch': grounding('Names equal the source', 'exact', 'TP CT'),
  'position-mismatch': grounding('Positions equal the source', '1 m', 'CT own'),
  'open-mismatch': grounding('The opening stated is one of the place on that date', 'exact', 'T+'),
  'hours-known': grounding('Hours nobody knows, or the checker cannot read, are not said to be known', 'exact', 'own'),
  'hours-unsaid': rule('grounding', 'warning')('Hours that can be read are said to be unknown', 'exact', 'own'),
  'cost-mismatch': grounding(
    'The cost is the price times the party: children, seniors and the free included; unknown stays unknown',
    '0.005',
    'CT TE T+',
  ),
  'place-twice': grounding('No sight and no restaurant twice; two entries of one name within 300 m are one place', '300 m', 'TP CT TT'),

  'time-invalid': time('Minutes are whole numbers from 0 to 2880', 'exact', 'own'),
  'stop-times': time('A stop begins on or after arriving and ends on or after beginning', '0 min', 'CT T+'),
  'stop-overlap': time('A stop starts after the one before has ended, over midnight too', '0 min', 'CT T+'),
  'closed-day': time('The place opens that day: weekly, nth-weekday, holiday and feast closings', 'HoursSpec', 'T+'),
  'outside-hours': time('The whole visit lies in one opening, breaks and midnight included', 'HoursSpec', 'CT T+ TE own'),
  'last-entry': time('The visit begins by the last entry', 'lastEntryMin', 'T+ own'),
  'stay-short': time('A sight gets at least its shortest sensible stay', 'stay.min', 'T+ TT'),
  'stay-long': time('A sight gets at most its longest sensible stay', 'stay.max', 'T+ TT'),
  'idle-unexplained': time('A wait between two stops is explained by a reason or warning (idle, wait, free time)', '60 min', 'TE own'),
  'idle-at-ends': rule('time', 'warning')(
    'Waiting at the arrival point, or being early at the departure point, is explained',
    '60 min',
    'own',
  ),

  'leg-missing': movement('A leg joins any two stops at different positions', '1 m', 'CT T+ TE'),
  'leg-first': movement('The first stop of a day has no leg', 'exact', 'own'),
  'leg-times': movement('A leg departs after the last stop ends, arrives when its stop does, and lasts the difference', '0 min', 'CT T+'),
  'leg-too-fast': movement(
    'No teleport: walk ≤ 6 km/h; vehicles ≤ 100 km/h over the straight line, from 1 km on at least max(5, 0.6·km) minutes',
    '1 min rounding',
    'CT T+',
  ),
  'leg-too-short': movement('A way is no shorter than the straight line', '2 % + 10 m', 'CT'),
  'leg-walk': movement('Metres walked: all of a walk, never negative', '1 m', 'own'),
  'leg-mode': movement('The mode is one the trip allows; walking always is', 'brief.transport', 'TP CT TE'),
  'leg-taxi': movement('A trip by public transport takes a taxi only for somebody, and says for whom', 'TAXI_RELIEF', 'own'),
  'leg-slow': rule('movement', 'warning')('A leg takes far longer than its way', '30 min + 1.5 km/h', 'own'),
  'walk-leg': movement('No single walk beyond the tightest member; a transit leg holds two walks', 'WALK_LIMITS, AGE_WALK_LIMITS', 'own'),
  'walk-day': movement('No day on foot (ways and inside sights) beyond the tightest member', 'WALK_LIMITS, AGE_WALK_LIMITS', 'own'),
  'moving-day': movement('Minutes moving in a day', '240', 'T+'),
  'day-totals': movement("A day's own totals are the sums of its legs and visits", '1', 'CT own'),

  'meal-window': meals('Meals begin at mealtimes', 'MEAL_LIMITS', 'CT'),
  'meal-duration': meals('A meal lasts', '30–150 min', 'T+ TC'),
  'meal-gap': meals('Two meals begin apart', '240 min', 'T+ TC'),
  'meal-missing': meals('Lunch and dinner on every day the party is free over their window', 'MEAL_OWED', 'T+ TP'),
  'meal-claim': meals('“No meal found” is said only where no suitable restaurant was open and in reach', 'own search', 'own'),
  'meal-place': meals('A meal is at a place that serves that meal', 'food.meals', 'TP CT'),
  'meal-diet': meals('The place has a choice for every diet of every member; unlisted is not served', 'food.diets', 'TP CT TE T+'),

  'booking-missing': bookings('A booking within the free hours of the trip is in the plan', 'exact', 'T+'),
  'booking-moved': bookings('A booking keeps its date, start and end', '0 min', 'CT T+'),
  'booking-unknown': bookings('A booking in the plan is one of the brief', 'id known', 'TP CT'),
  'booking-before': bookings('The party is there ahead of a booking', 'BOOKING_BUFFER.before', 'T+ TC'),
  'booking-after': bookings('The party leaves a booking no sooner than it can', 'BOOKING_BUFFER.after', 'T+ TC'),

  'step-free': people('With a wheelchair every sight, meal and rest is known to be step-free', 'stepFree = yes', 'TB own'),
  stroller: people('With a stroller no place that is known not to take one', 'stroller ≠ no', 'TB own'),
  'stroller-unknown': rule('people', 'warning')('With a stroller, a place of which nobody knows', 'stroller = unknown', 'own'),
  'lodging-access': rule('people', 'warning')('A rest at a lodging not known to be step-free, with a wheelchair', 'stepFree = yes', 'own'),
  'min-age': people('Nobody is younger than a place admits', 'minAge', 'own'),
  effort: rule('people', 'warning')('A climb for somebody slow or in a wheelchair', 'effort < 3', 'own'),
  'rest-missing': people('An afternoon rest on every full day for whoever is owed one', 'REST', 'T+ own'),
  'rest-place': people('A rest is where one can sit: a rest spot, a café, the lodging', 'restSpot', 'own'),

  'sights-per-day': pace('Sights a day', 'PACE_LIMITS.sights', 'T+'),
  'day-start': pace('Leaving the lodging, unless a booking or the departure asks for it', 'PACE_LIMITS.dayStart', 'T+'),
  'day-end': pace('Back at the lodging, unless a booking or the arrival is what is late', 'PACE_LIMITS.dayEnd', 'T+'),
  'day-span': pace('From leaving the lodging to being back, where neither end is forced', 'PACE_LIMITS.spanMin', 'T+'),
  'child-late': pace('Back at the lodging with a small child', 'CHILD_DAY_END', 'T+ own'),

  budget: money('Known costs stay within the budget', 'brief.budget', 'TP CT T+ TT TE'),
  currency: money('Costs and budget are in one currency, so that they can be compared', 'exact', 'CT own'),
  'cost-total': money('The total is the sum of the known costs', '0.005', 'CT'),
  'cost-unknown': money('The number of stops without a known cost', 'exact', 'own'),

  'must-see-missing': wishes('Every must-see is in the plan', 'wishes.mustSee', 'CT T+ TP'),
  'avoid-present': wishes('Nothing to be avoided is in the plan: places, and categories unless a must-see', 'wishes.avoid', 'CT T+'),

  'dropped-present': honesty('What is named as left out is not in the plan', 'exact', 'own'),
  'dropped-unknown': honesty('What is named as left out exists, by its own names', 'id known', 'own'),
  'dropped-wished': honesty('A dropped wish is marked as wished', 'wishes.mustSee', 'TB own'),
  'reason-missing': honesty('Every sight has a reason', '≥ 1', 'own'),
  'reason-reference': honesty('Places, stops and travellers named in a reason or warning exist', 'id known', 'own'),
  'reason-untrue': honesty('A reason or warning is true of the plan, as far as it can be looked up', 'by its code', 'T+ own'),
  'hours-unwarned': honesty('A stop whose hours nobody knows carries a warning', '≥ 1', 'own'),
  'member-report': honesty('Each traveller is reported once, satisfied between 0 and 1', '0…1', 'own'),

  'locked-changed': change('A locked stop is the same after an edit: day, times, place, cost, note', 'exact', 'T+'),
  'untouched-changed': change('Days an edit did not touch are the same after it', 'exact', 'T+'),
  'id-reused': change('A stop id never comes to mean another place', 'exact', 'own'),
} as const satisfies { readonly [id: string]: Rule }

export type RuleId = keyof typeof RULES
