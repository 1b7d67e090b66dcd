import type { CallOutcome, Result } from '@yeojeong/domain'
import type { ToolDeps } from './tool-deps.ts'
import { knownServers } from './wire/known-servers.ts'

const known = knownServers()

/** The surroundings of a Worker: its bindings, secrets and clock, and the isolate's memory of servers. */
export function toolDeps(env: Env): ToolDeps {
  const bindings = env as unknown as Readonly<Record<string, unknown>>
  return {
    fetchOf(endpoint) {
      if (endpoint.kind === 'url') return (url, init) => fetch(url, init)
      const binding = bindings[endpoint.binding] as Fetcher | undefined
      return binding === undefined ? null : (url, init) => binding.fetch(url, init)
    },
    secret(name) {
      const value = bindings[name]
      return typeof value === 'string' && value !== '' ? value : undefined
    },
    accessToken: ({ tokenUrl, clientIdSecret, refreshSecret, store }, stale) =>
      env.TOKEN_KEEPER.getByName(store).token({ tokenUrl, clientIdSecret, refreshSecret }, stale) as Promise<
        Result<string, Exclude<CallOutcome, { kind: 'ok' }>>
      >,
    known,
    now: Date.now,
  }
}
