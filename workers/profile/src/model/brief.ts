import { addDays, type Anchor, type TripBrief } from '@yeojeong/domain'
import type { TripAggregate } from './trip-aggregate.ts'
import { toTraveller } from './traveller.ts'

/** The snapshot a plan is made for. Wishes are empty here: they belong to the request, not to the trip. */
export function briefOf(trip: TripAggregate): TripBrief {
  const lastNight = trip.startDate === trip.endDate ? trip.startDate : addDays(trip.endDate, -1)
  return {
    tripId: trip.id,
    destination: {
      regionId: trip.destination.regionId,
      name: trip.destination.names,
      center: trip.destination.center,
      countryCode: trip.destination.countryCode,
      timeZone: trip.destination.timeZone,
    },
    startDate: trip.startDate,
    endDate: trip.endDate,
    arrival: { at: anchor(trip.arrival.at), minute: minuteOf(trip.arrival.time) },
    departure: { at: anchor(trip.departure.at), minute: minuteOf(trip.departure.time) },
    lodgings: trip.lodgings.map((lodging, index) => ({
      id: `lodging-${index + 1}`,
      name: { ko: lodging.name },
      position: lodging.position,
      firstNight: lodging.firstNight ?? trip.startDate,
      lastNight: lodging.lastNight ?? lastNight,
      stepFree: lodging.stepFree,
    })),
    bookings: trip.bookings.map((booking, index) => {
      const startMin = minuteOf(booking.start)
      const endMin = minuteOf(booking.end)
      return {
        id: `booking-${index + 1}`,
        name: { ko: booking.name },
        position: booking.position,
        kind: booking.kind,
        date: booking.date,
        startMin,
        endMin: endMin < startMin ? endMin + 1440 : endMin,
      }
    }),
    transport: trip.transport,
    pace: trip.pace,
    budget: trip.budget,
    travellers: trip.members.map(toTraveller),
    wishes: { mustSee: [], avoid: [], avoidCategories: [], interests: [], fairness: 0.5 },
  }
}

function anchor(spot: { name: string; position: { lat: number; lng: number } } | null): Anchor | null {
  // A name typed by the traveller has no language of its own; `ko` is the product's first.
  return spot === null ? null : { name: { ko: spot.name }, position: spot.position }
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}
