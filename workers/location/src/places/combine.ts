import type { Place } from '@yeojeong/domain'

/** Several providers' answers as one list, best provider's first; a place two of them name by one id is there once. */
export function combine(answers: readonly (readonly Place[])[]): readonly Place[] {
  const byId = new Map<string, Place>()
  for (const places of answers) for (const place of places) if (!byId.has(place.id)) byId.set(place.id, place)
  return [...byId.values()]
}
