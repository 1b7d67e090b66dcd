import { HolidayCalendar, kvKeys, type CallContext, type ServiceError } from '@yeojeong/contracts'
import { ok, type Result } from '@yeojeong/domain'
import type { Deps } from '../deps.ts'
import { ask } from './ask.ts'

/** The whole calendar the provider has; one country's few dozen days are not worth cutting by year. */
export async function holidays(deps: Deps, ctx: CallContext, countryCode: string): Promise<Result<HolidayCalendar | null, ServiceError>> {
  const found = await ask(
    deps,
    'basic',
    (provider) => kvKeys.holidays(provider.id, countryCode),
    HolidayCalendar.nullable(),
    (provider) => provider.holidays(countryCode, ctx.deadlineAt),
  )
  return found.ok ? ok(found.value.value) : found
}
