import { kvKeys } from '@yeojeong/contracts'
import type { Deps } from '../deps.ts'
import type { Adapter } from '../providers/adapter.ts'

/** Where a provider's places are kept, each by its id, and how far its terms allow it. */
export function keptById({ settings }: Pick<Deps, 'settings'>, { id: provider, cache: policy }: Adapter) {
  return { provider, key: (id: string): string => kvKeys.place(settings.cache.version, provider, id), policy }
}
