import { err } from '@yeojeong/domain'
import { atlas } from '../../workers/location/src/providers/adapters/atlas.ts'
import { callTool } from '../../workers/location/src/providers/call-tool.ts'
import { knownServers } from '../../workers/location/src/providers/wire/known-servers.ts'

const known = knownServers()

/** Asks the server named in the request for places, and answers what came of it. */
export default {
  async fetch(request) {
    const { url, timeoutMs, key, forget } = (await request.json()) as { url: string; timeoutMs: number; key: string; forget: boolean }
    const deps = {
      fetchOf: () => (to: string | URL, init?: RequestInit) => fetch(to, init),
      secret: () => key,
      accessToken: async () => err({ kind: 'rejected' } as const),
      known: forget ? knownServers() : known,
      now: Date.now,
    }
    const adapter = {
      ...atlas,
      endpoint: { kind: 'url' as const, url },
      auth: { kind: 'header' as const, header: 'x-goog-api-key', secret: 'KEY' },
      timeoutMs,
    }
    return Response.json(await callTool(adapter, atlas.tools.search!, { query: 'x', language: 'ko', limit: 10 }, Date.now() + 60_000, deps))
  },
} satisfies ExportedHandler
