import type { HolidayCalendar } from '@yeojeong/domain'
import { FR_HOLIDAYS } from './holidays-fr.ts'
import { JP_HOLIDAYS } from './holidays-jp.ts'
import { KR_HOLIDAYS } from './holidays-kr.ts'
import { SG_HOLIDAYS } from './holidays-sg.ts'
import { TW_HOLIDAYS } from './holidays-tw.ts'

/** One table a country, each in its own file. A country without one has unknown holidays, not none. */
const CALENDARS: readonly HolidayCalendar[] = [KR_HOLIDAYS, JP_HOLIDAYS, TW_HOLIDAYS, SG_HOLIDAYS, FR_HOLIDAYS]

/** The public holidays of a country by its ISO 3166-1 alpha-2 code; null where nobody has written them down. */
export function holidaysOf(countryCode: string): HolidayCalendar | null {
  return CALENDARS.find((calendar) => calendar.countryCode === countryCode) ?? null
}
