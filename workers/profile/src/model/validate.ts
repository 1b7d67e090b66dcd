import { checkDates, type FieldError } from '@yeojeong/contracts'
import { addDays, type PlainDate } from '@yeojeong/domain'
import type { TripAggregate } from './trip-aggregate.ts'

type Checked = Pick<TripAggregate, 'startDate' | 'endDate' | 'lodgings' | 'bookings' | 'members' | 'arrival' | 'departure'>

/** What must hold of a whole trip, whichever part was just changed. Empty = all well. */
export function tripErrors(trip: Checked): FieldError[] {
  const errors: FieldError[] = []
  const add = (pointer: string, detail: string): void => void errors.push({ pointer, detail })
  checkDates(trip, (path, message) => add(`/${path}`, message))
  if (errors.length > 0) return errors
  if (trip.members.length === 0) add('/members', 'at least one traveller is needed')
  checkSameDay(trip, add)
  checkLodgings(trip, add)
  trip.bookings.forEach((booking, index) => {
    if (booking.date < trip.startDate || booking.date > trip.endDate) add(`/bookings/${index}/date`, 'the booking is outside the trip')
  })
  return errors
}

type Add = (pointer: string, detail: string) => void

function checkSameDay(trip: Checked, add: Add): void {
  if (trip.startDate === trip.endDate && trip.departure.time <= trip.arrival.time)
    add('/departure/time', 'the trip is over before it begins')
}

/** Every night has a bed: lodgings without dates cover the whole trip, dated ones must leave no night out. */
function checkLodgings(trip: Checked, add: Add): void {
  const lastNight = addDays(trip.endDate, -1)
  trip.lodgings.forEach((lodging, index) => {
    const first = lodging.firstNight ?? trip.startDate
    const last = lodging.lastNight ?? lastNight
    const at = `/lodgings/${index}`
    if (last < first && trip.startDate !== trip.endDate) add(`${at}/lastNight`, 'the last night is before the first')
    if (lodging.firstNight !== undefined && (first < trip.startDate || first > trip.endDate))
      add(`${at}/firstNight`, 'the night is outside the trip')
    if (lodging.lastNight !== undefined && (last < trip.startDate || last > trip.endDate))
      add(`${at}/lastNight`, 'the night is outside the trip')
  })
  for (let night: PlainDate = trip.startDate; night < trip.endDate; night = addDays(night, 1)) {
    const covered = trip.lodgings.some(
      (lodging) => (lodging.firstNight ?? trip.startDate) <= night && night <= (lodging.lastNight ?? lastNight),
    )
    if (!covered) add('/lodgings', `nowhere to sleep on ${night}`)
  }
}
