import type { LatLng } from '@yeojeong/domain'

const EARTH_RADIUS_M = 6_371_000
/** Positions closer than this are one position. */
export const SAME_POSITION_M = 1

/** Great-circle metres by the spherical law of cosines, haversine below a kilometre where that loses digits. */
export function straightM(a: LatLng, b: LatLng): number {
  const radians = Math.PI / 180
  const [lat1, lat2, dLng] = [a.lat * radians, b.lat * radians, (b.lng - a.lng) * radians]
  const cosine = Math.sin(lat1) * Math.sin(lat2) + Math.cos(lat1) * Math.cos(lat2) * Math.cos(dLng)
  const far = EARTH_RADIUS_M * Math.acos(Math.max(-1, Math.min(1, cosine)))
  if (far > 1_000) return far
  const half = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(half))
}

export function samePosition(a: LatLng, b: LatLng): boolean {
  return straightM(a, b) <= SAME_POSITION_M
}
