import { newId, sealer } from '@yeojeong/worker-kit'
import { tripRepository, type TripRepository } from './store/trip-repository.ts'

/** What a use case works with besides its arguments. */
export type Deps = { readonly trips: TripRepository; readonly now: () => string; readonly newId: (prefix: string) => string }

export function depsOf(env: Env): Deps {
  return {
    trips: tripRepository(env.PROFILE_DB, sealer(env.FIELD_SECRET, 'profile-fields')),
    now: () => new Date().toISOString(),
    newId,
  }
}
