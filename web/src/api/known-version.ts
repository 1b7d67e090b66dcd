/**
 * The newest version of an itinerary this tab has seen, kept over a reload: what is read from nearby may be a minute behind what was changed here.
 * Where a browser keeps nothing, nothing is known, and the page is as new as what it reads.
 */
export function knownVersion(itineraryId: string): number {
  try {
    return Number(sessionStorage.getItem(keyOf(itineraryId)) ?? 0)
  } catch {
    return 0
  }
}

export function noteVersion(itineraryId: string, version: number): void {
  if (version <= knownVersion(itineraryId)) return
  try {
    sessionStorage.setItem(keyOf(itineraryId), String(version))
  } catch {
    // A browser that keeps nothing.
  }
}

const keyOf = (itineraryId: string): string => `version ${itineraryId}`
