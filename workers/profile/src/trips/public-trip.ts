import type { Trip, TripSummary } from '@yeojeong/contracts'
import type { Linked } from '../store/trip-repository.ts'

export function publicTrip({ trip, itineraryIds }: Linked): Trip {
  const { ownerId: _private, ...facts } = trip
  return { ...facts, itineraryIds: [...itineraryIds] }
}

export function summary({ trip, itineraryIds }: Linked): TripSummary {
  const { id, title, destination, startDate, endDate, updatedAt } = trip
  return { id, title, destination, startDate, endDate, updatedAt, itineraryIds: [...itineraryIds], memberCount: trip.members.length }
}
