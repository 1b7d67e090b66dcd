import { distanceM, type LatLng } from '@yeojeong/domain'
import type { Adapter } from '../adapter.ts'

/** A place this far from where it was looked for is a mistake: a centre of another country, or latitude and longitude changed over. */
const PLAUSIBLE_M = 300_000
/** Within about 100 m of 0,0 there is only sea, and a great many unknown positions. */
const NULL_ISLAND_DEG = 0.001

/**
 * A provider's coordinates as WGS84, or null where they can't be true: no numbers, out of range, 0,0, or (where `near`
 * tells) nowhere near what was asked for.
 */
export function positionOf(lat: unknown, lng: unknown, system: Adapter['coordinates'], near: LatLng | null = null): LatLng | null {
  const given = { lat: degrees(lat), lng: degrees(lng) }
  if (given.lat === null || given.lng === null || Math.abs(given.lat) > 90 || Math.abs(given.lng) > 180) return null
  if (Math.abs(given.lat) < NULL_ISLAND_DEG && Math.abs(given.lng) < NULL_ISLAND_DEG) return null
  const position = toWgs84({ lat: given.lat, lng: given.lng }, system)
  return near === null || distanceM(position, near) <= PLAUSIBLE_M ? position : null
}

function degrees(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

export function toWgs84(position: LatLng, system: Adapter['coordinates']): LatLng {
  if (system === 'wgs84') return position
  return fromGcj02(system === 'bd09' ? fromBd09(position) : position)
}

/** Baidu's own shift on top of GCJ-02 (published approximation, good to about a metre). */
function fromBd09({ lat, lng }: LatLng): LatLng {
  const x = lng - 0.0065
  const y = lat - 0.006
  const turn = (Math.PI * 3000) / 180
  const r = Math.hypot(x, y) - 0.00002 * Math.sin(y * turn)
  const angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * turn)
  return { lat: r * Math.sin(angle), lng: r * Math.cos(angle) }
}

/** Undoes the shift of Chinese maps by looking for what is shifted to here: three steps bring it well under a metre. */
function fromGcj02(shifted: LatLng): LatLng {
  let guess = shifted
  for (let step = 0; step < 3; step++) {
    const there = toGcj02(guess)
    guess = { lat: guess.lat + shifted.lat - there.lat, lng: guess.lng + shifted.lng - there.lng }
  }
  return guess
}

const AXIS_M = 6_378_245
const ECCENTRICITY = 0.00669342162296594

/** The Chinese survey's offset (the formula in general use since eviltransform); outside the mainland's box there is none. */
export function toGcj02({ lat, lng }: LatLng): LatLng {
  if (lng < 72.004 || lng > 137.8347 || lat < 0.8293 || lat > 55.8271) return { lat, lng }
  const x = lng - 105
  const y = lat - 35
  const waves = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)
  const dy =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    (2 / 3) *
      (waves +
        20 * Math.sin(y * Math.PI) +
        40 * Math.sin((y / 3) * Math.PI) +
        160 * Math.sin((y / 12) * Math.PI) +
        320 * Math.sin((y * Math.PI) / 30))
  const dx =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    (2 / 3) *
      (waves +
        20 * Math.sin(x * Math.PI) +
        40 * Math.sin((x / 3) * Math.PI) +
        150 * Math.sin((x / 12) * Math.PI) +
        300 * Math.sin((x / 30) * Math.PI))
  const radians = (lat * Math.PI) / 180
  const magic = 1 - ECCENTRICITY * Math.sin(radians) ** 2
  return {
    lat: lat + (dy * 180) / (((AXIS_M * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic))) * Math.PI),
    lng: lng + (dx * 180) / ((AXIS_M / Math.sqrt(magic)) * Math.cos(radians) * Math.PI),
  }
}
