import * as z from 'zod'

/** `<prefix>_<12 to 64 of a-z 0-9 _ ->`. Prefixes tell a reader, a log and a router what an id names. */
function prefixed<P extends string>(prefix: P) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[a-z0-9][a-z0-9_-]{1,79}$`), `expected an id like ${prefix}_…`)
    .meta({ example: `${prefix}_0h2k9m4q7r1t` })
}

export const TripId = prefixed('trp')
export const MemberId = prefixed('mbr')
export const ItineraryId = prefixed('itn')
export const StopId = prefixed('stp')
/** `plc_<provider or region>_<their id>`: providers' own ids keep their case, and some are long. */
export const PlaceId = z
  .string()
  .regex(/^plc_[a-z0-9][A-Za-z0-9_-]{1,119}$/, 'expected an id like plc_…')
  .meta({ example: 'plc_seoul_gyeongbokgung' })
export const UserId = prefixed('usr')
