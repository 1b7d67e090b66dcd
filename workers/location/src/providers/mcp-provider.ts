import { serviceError, type ServiceError } from '@yeojeong/contracts'
import { err, type Result } from '@yeojeong/domain'
import type { Adapter, ToolUse } from './adapter.ts'
import { callTool } from './call-tool.ts'
import type { ToolDeps } from './tool-deps.ts'
import type { PlaceProvider } from './provider.ts'

/** An adapter as an object to ask, without breaker or budget. */
export function mcpProvider(adapter: Adapter, deps: ToolDeps): PlaceProvider {
  const { id, attribution, tools } = adapter
  const ask = async <Q, A>(use: ToolUse<Q, A> | undefined, question: Q, deadlineAt: number): Promise<Result<A, ServiceError>> =>
    use === undefined ? err(serviceError('provider_unavailable', 'This provider cannot be asked that.')) : (await callTool(adapter, use, question, deadlineAt, deps)).answer
  return {
    id,
    attribution,
    regions: (deadlineAt) => ask(tools.regions, null, deadlineAt),
    search: (query, deadlineAt) => ask(tools.search, query, deadlineAt),
    details: (placeIds, deadlineAt) => ask(tools.details, placeIds, deadlineAt),
    holidays: (countryCode, deadlineAt) => ask(tools.holidays, countryCode, deadlineAt),
  }
}
