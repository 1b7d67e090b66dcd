import { isPlainDate, isTimeZone, type LatLng as DomainLatLng, type LocalizedText as DomainText } from '@yeojeong/domain'
import * as z from 'zod'

/** Field types shared by several schemas. */
export const PlainDate = z
  .string()
  .refine(isPlainDate, 'expected a calendar date, YYYY-MM-DD')
  .meta({ format: 'date', example: '2026-05-04' })
/** Local wall-clock time. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time like 09:30')
  .meta({ example: '09:30' })
export const TimeZone = z.string().max(64).refine(isTimeZone, 'unknown time zone').meta({ example: 'Asia/Seoul' })

export const LatLng: z.ZodType<DomainLatLng> = z.object({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
})
const Name = z.string().min(1).max(200)
export const LocalizedText: z.ZodType<DomainText> = z.object({
  ko: Name.exactOptional(),
  en: Name.exactOptional(),
  ja: Name.exactOptional(),
  zh: Name.exactOptional(),
})
export const Money = z.object({
  amount: z.number().nonnegative().max(1e10),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 currency'),
})
