import { HolidayCalendar, kvKeys, type CallContext, type ServiceError } from '@yeojeong/contracts'
import { ok, type Result } from '@yeojeong/domain'
import type { Deps } from '../deps.ts'
import { askInTurn, askOne } from './ask.ts'
import { choose } from './choose.ts'

const Calendar = HolidayCalendar.nullable()

/** The whole calendar the provider has; one country's few dozen days are not worth cutting by year. */
export async function holidays(deps: Deps, ctx: CallContext, countryCode: string): Promise<Result<HolidayCalendar | null, ServiceError>> {
  const found = await askInTurn(choose(deps.adapters, 'holidays', countryCode), (adapter) =>
    askOne(deps, adapter, {
      facet: 'basic',
      key: kvKeys.holidays(deps.settings.cache.version, adapter.id, countryCode),
      schema: Calendar,
      isEmpty: () => false,
      use: adapter.tools.holidays!,
      question: countryCode,
      deadlineAt: ctx.deadlineAt,
    }),
  )
  return found.ok ? ok(found.value.cached.value) : found
}
