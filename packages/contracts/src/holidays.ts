import { HOLIDAY_KINDS, type HolidayCalendar as DomainCalendar } from '@yeojeong/domain'
import * as z from 'zod'
import { LocalizedText, PlainDate } from './values.ts'

/** A country's public holidays over a stretch of dates; the type is the domain's. */
export const HolidayCalendar: z.ZodType<DomainCalendar> = z.object({
  countryCode: z.string().length(2),
  knownFrom: PlainDate,
  knownUntil: PlainDate,
  days: z.record(PlainDate, z.array(z.object({ kind: z.enum(HOLIDAY_KINDS), names: LocalizedText }))),
  source: z.string(),
  asOf: PlainDate,
})
export type HolidayCalendar = DomainCalendar
