import { kvKeys, Region, type CallContext, type ServiceError } from '@yeojeong/contracts'
import { ok, type Result } from '@yeojeong/domain'
import { digest } from '@yeojeong/worker-kit'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import type { Adapter, CityQuestion } from '../providers/adapter.ts'
import { askOne } from './ask.ts'

const Cities = z.array(Region)

/** Whose city this id names; null where it is nobody's. */
export function cityProvider(adapters: readonly Adapter[], regionId: string): Adapter | null {
  return adapters.find(({ id, tools }) => tools.cities !== undefined && regionId.startsWith(`${id}-`)) ?? null
}

/** Null: no provider here names a city like that. */
export async function cityById(deps: Deps, ctx: CallContext, regionId: string): Promise<Result<Region | null, ServiceError>> {
  const adapter = cityProvider(deps.adapters, regionId)
  if (adapter === null) return ok(null)
  const found = await askCities(deps, ctx, adapter, { id: regionId.slice(adapter.id.length + 1) })
  return found.ok ? ok(found.value.cached.value.find(({ id }) => id === regionId) ?? null) : found
}

export async function askCities(deps: Deps, ctx: CallContext, adapter: Adapter, question: CityQuestion) {
  const asked = 'words' in question ? { words: question.words.normalize('NFKC').toLowerCase().trim() } : question
  return askOne(deps, adapter, {
    facet: 'basic',
    key: kvKeys.cities(deps.settings.cache.version, adapter.id, await digest(JSON.stringify(asked))),
    schema: Cities,
    isEmpty: (all) => all.length === 0,
    use: adapter.tools.cities!,
    question: asked,
    deadlineAt: ctx.deadlineAt,
  })
}
