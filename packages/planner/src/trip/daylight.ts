import { epochDay, offsetMin, type LatLng, type PlainDate } from '@yeojeong/domain'

/**
 * First and last minute of daylight (civil twilight left out) at a place, minutes from local midnight; within about five minutes.
 * Source: the usual low-precision solar formulas (NOAA). Beyond the polar circles: all day or the noon hour.
 */
export function daylight(at: LatLng, date: PlainDate, timeZone: string): { readonly from: number; readonly to: number } {
  const day = epochDay(date)
  const angle = (2 * Math.PI * (day - epochDay(`${date.slice(0, 4)}-01-01`))) / 365
  const declination =
    0.006918 - 0.399912 * Math.cos(angle) + 0.070257 * Math.sin(angle) - 0.006758 * Math.cos(2 * angle) + 0.000907 * Math.sin(2 * angle)
  const equationMin =
    229.18 *
    (0.000075 + 0.001868 * Math.cos(angle) - 0.032077 * Math.sin(angle) - 0.014615 * Math.cos(2 * angle) - 0.040849 * Math.sin(2 * angle))
  const latitude = (at.lat * Math.PI) / 180
  const horizon = (-0.833 * Math.PI) / 180
  const cosine = (Math.sin(horizon) - Math.sin(latitude) * Math.sin(declination)) / (Math.cos(latitude) * Math.cos(declination))
  const halfMin = (Math.acos(Math.min(1, Math.max(-1, cosine))) * 720) / Math.PI
  const noon = 720 - 4 * at.lng - equationMin + offsetMin(day * 86_400_000 + 43_200_000, timeZone)
  return { from: Math.round(noon - halfMin), to: Math.round(noon + halfMin) }
}
