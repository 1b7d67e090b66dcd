import type { PlaceQuery } from '@yeojeong/contracts'
import { err, ok } from '@yeojeong/domain'
import type { Adapter, ToolUse } from '../../workers/location/src/providers/adapter.ts'
import { callTool } from '../../workers/location/src/providers/call-tool.ts'
import { knownServers } from '../../workers/location/src/providers/wire/known-servers.ts'

/** Our client as the conformance suite drives it: `node client.ts <server url>`, the scenario's name in the environment. */
const url = process.argv.at(-1)!
const scenario = process.env['MCP_CONFORMANCE_SCENARIO'] ?? ''

/** The tool each scenario's server offers, and something to ask it. */
const TOOLS: { readonly [scenario: string]: readonly [tool: string, args: Record<string, unknown>] } = {
  initialize: ['none', {}],
  tools_call: ['add_numbers', { a: 5, b: 3 }],
  'sse-retry': ['test_reconnection', {}],
  'request-metadata': ['test_tool', {}],
  'http-standard-headers': ['test_headers', {}],
}
const [tool, args] = TOOLS[scenario] ?? ['test_tool', {}]

const use: ToolUse<Partial<PlaceQuery>, string> = {
  tool,
  args: () => args,
  parse: ({ texts }) => ok(texts.join('\n')),
  empty: () => '',
  priceUsd: 0,
}
const adapter: Adapter = {
  id: 'conformance',
  endpoint: { kind: 'url', url },
  auth: { kind: 'none' },
  regions: 'world',
  rank: { default: 1 },
  turn: 1,
  coordinates: 'wgs84',
  timeoutMs: 20_000,
  maxConcurrent: 1,
  cache: 'none',
  budget: { perHour: 1, perDay: 1, perMonth: 1 },
  attribution: '',
  tools: {},
}
const deps = {
  fetchOf: () => (to: string | URL, init?: RequestInit) => fetch(to, init),
  secret: () => undefined,
  accessToken: async () => err({ kind: 'rejected' } as const),
  known: knownServers(),
  now: Date.now,
}
const result = await callTool(adapter, use, {}, Date.now() + 20_000, deps)
console.log(JSON.stringify(result))
