import type { Adapter } from './adapter.ts'
import { atlas } from './adapters/atlas.ts'
import { mcpProvider } from './mcp-provider.ts'
import type { PlaceProvider } from './provider.ts'
import { toolDeps, type ToolDeps } from './deps.ts'

const ALL: readonly Adapter[] = [atlas]

/** The providers this deployment names in `PROVIDERS` and has the bindings and secrets for. The atlas is always among them. */
export function adaptersOf(env: Env, deps: ToolDeps = toolDeps(env)): readonly Adapter[] {
  const wanted = (deps.secret('PROVIDERS') ?? '').split(',').map((id) => id.trim())
  return ALL.filter((adapter) => adapter.id === 'atlas' || wanted.includes(adapter.id)).filter((adapter) => isConfigured(adapter, deps))
}

function isConfigured({ endpoint, auth }: Adapter, deps: ToolDeps): boolean {
  if (deps.fetchOf(endpoint) === null) return false
  if (auth.kind === 'none') return true
  if (auth.kind === 'header') return deps.secret(auth.secret) !== undefined
  return deps.secret(auth.clientIdSecret) !== undefined && deps.secret(auth.refreshSecret) !== undefined
}

/** The same as objects to ask, in order of their default rank. */
export function providersOf(env: Env): readonly PlaceProvider[] {
  const deps = toolDeps(env)
  return adaptersOf(env, deps)
    .toSorted((a, b) => a.rank.default - b.rank.default)
    .map((adapter) => mcpProvider(adapter, deps))
}
