/**
 * What the objective counts, in points. The yardstick: a sight everybody would regret missing (prominence 5), for somebody of average tastes
 * in an empty plan, is worth about 80. docs/design/0006-objective.md explains each.
 */
export const WEIGHTS = {
  /** Points of one unit of satisfaction: a full stay at a prominence-5 place of average taste. */
  sight: 80,
  /** [prominence 1 … 5] units. */
  prominence: [0.14, 0.28, 0.48, 0.78, 1.1],
  /** [prominence 1 … 5] points for whoever comes at all, whatever their tastes: what one would be asked about at home. */
  icon: [0, 0, 0, 8, 36],
  /** [taste 0 … 3] how much an interest counts for somebody. */
  taste: [0.1, 1, 1.8, 3],
  /** Added to everybody's taste for what the party as a whole asked for. */
  partyInterest: 0.8,
  /** Diminishing return: units per interest and day of the trip at which half of what could be had is had. */
  saturationPerDay: 0.9,
  /** Units a place of unknown hours gives of its value: one may stand before a closed door. */
  unknownHours: 0.45,
  /** A meal counts as this share of a sight, all of it under food. */
  meal: 0.3,
  /** Units for somebody who tires (slow, wheelchair, from 70) and for a small child by effort 1, 2, 3. */
  effortTired: [1, 0.7, 0.25],
  effortChild: [1, 0.85, 0.5],
  effortOthers: [1, 1, 0.9],
  /** Points lost per second and per further place of one category on one day, and per place beyond the category's share of the trip. */
  sameDaySecond: 12,
  sameDayThird: 60,
  categoryBeyondShare: 10,
  /** Points lost when two of a cuisine are eaten in the trip, and on one day. */
  cuisineAgain: 5,
  cuisineSameDay: 12,
  /** Points per minute of way, and the same for a party in which somebody tires. */
  travelMin: 0.3,
  travelMinTired: 0.4,
  /** Points per minute beyond 20 of a single way: nobody likes an hour on a bus. */
  longWayMin: 0.2,
  /** Points per minute beyond 15 of the way home in the evening. */
  wayHomeMin: 0.3,
  /** Points a taxi costs on a trip by public transport: its fare, which nobody tells us. */
  taxiRide: 20,
  /** Points for places one after the other: two of one category, a rest straight after a meal or first thing, two meals in a row. */
  sameKindInARow: 8,
  restAfterMeal: 14,
  restFirst: 10,
  mealAfterMeal: 25,
  /** Points for going on after dinner with a small child or somebody who tires. */
  eveningOut: 14,
  /** Points lost for leaving out a meal or rest that is owed, and one that is not owed but would be missed. */
  owedMeal: 4_000,
  wantedMeal: 45,
  owedRest: 4_500,
  wantedRest: 30,
  /** Points of a break nobody needs. */
  pleasantBreak: 9,
  /** Points of a rest spot per step of prominence, and of a lie-down at the lodging for who needs one. */
  restProminence: 1.5,
  restAtLodging: 5,
  restWhereOneDines: 8,
  /** Points lost when the whole budget is spent; proportional below. */
  wholeBudget: 40,
  /** Points lost for leaving out what must be: a must-see, a booking, a locked stop. Above all else together. */
  required: 20_000,
} as const

/** How much an interest counts for a child who said nothing; an adult who said nothing counts 1, but for `kids`. */
export const CHILD_TASTE = {
  history: 0.5,
  culture: 0.5,
  art: 0.4,
  nature: 1.2,
  views: 0.8,
  food: 0.9,
  shopping: 0.5,
  kids: 2.6,
  relaxation: 0.7,
  activity: 1.6,
  'local-life': 0.6,
  architecture: 0.4,
} as const
/** An adult's own pleasure in places made for children, with and without a child along. */
export const ADULT_KIDS_TASTE = { withChild: 0.8, without: 0.2 } as const
