import { openIntervals, type Category, type HolidayCalendar, type OpenInterval, type PlainDate, type Place } from '@yeojeong/domain'
import { daylight } from './daylight.ts'

/** When the party may be inside a place on one date. `gate`: the opening a stop reports; null where there is no gate or nobody knows. */
export type Opening = {
  readonly known: boolean
  readonly gated: boolean
  readonly intervals: readonly OpenInterval[]
}

/** Nobody told us: only the hours at which nearly everything of the kind is open, and never for a meal or a rest. */
const GUESSED: OpenInterval = { open: 10 * 60, close: 17 * 60, lastEntry: 16 * 60 }
/** Places without a gate are visited while there is life in them. */
const UNGATED = { open: 7 * 60 + 30, close: 22 * 60 }
/** Streets of shops have no gate, and nothing to see before the shutters go up. */
const SHUTTERS_UP: { readonly [C in Category]?: number } = { shopping: 10 * 60 + 30, market: 9 * 60, neighbourhood: 9 * 60 + 30 }
/** Without a gate and in the open, these are worth nothing in the dark. */
const NEEDS_LIGHT: ReadonlySet<Category> = new Set<Category>([
  'nature',
  'beach',
  'park',
  'garden',
  'temple',
  'historic',
  'palace',
  'children',
])
/** A view without a gate is for the sunset, not for the night. */
const UNTIL_DUSK: ReadonlySet<Category> = new Set<Category>(['viewpoint'])
const DUSK_MIN = 30

export function openingOn(place: Place, date: PlainDate, holidays: HolidayCalendar | null, timeZone: string): Opening {
  if (place.hours.kind === 'always') return { known: true, gated: false, intervals: [ungated(place, date, timeZone)] }
  const intervals = openIntervals(place.hours, date, holidays)
  if (intervals === 'unknown') return { known: false, gated: false, intervals: [GUESSED] }
  return { known: true, gated: true, intervals }
}

function ungated(place: Place, date: PlainDate, timeZone: string): OpenInterval {
  const dusk = UNTIL_DUSK.has(place.category)
  const dark = place.indoor !== 'indoor' && (dusk || NEEDS_LIGHT.has(place.category))
  const light = dark ? daylight(place.position, date, timeZone) : null
  const open = Math.max(SHUTTERS_UP[place.category] ?? UNGATED.open, light?.from ?? 0)
  const close = light === null ? UNGATED.close : Math.min(UNGATED.close, light.to + (dusk ? DUSK_MIN : 0))
  return { open, close, lastEntry: close }
}
