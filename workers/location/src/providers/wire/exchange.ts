import { Client, ProtocolError, SdkHttpError, StreamableHTTPClientTransport, type FetchLike } from '@modelcontextprotocol/client'
import { describeError, redact } from '@yeojeong/worker-kit'
import type { ToolResult } from '../adapter.ts'
import { readErrorText } from '../error-text.ts'
import { guardedFetch, SESSIONLESS, type Guarded } from './guarded-fetch.ts'
import type { Known, KnownServers } from './known-servers.ts'
import { failure, WireFault } from './wire-fault.ts'

/** A tool asked for its arguments as headers too, and did not get them (SEP-2243). */
const HEADER_MISMATCH = -32020

export type Wire = {
  /** Names the server in what is remembered of it. */
  readonly server: string
  readonly url: string
  readonly fetch: FetchLike
  readonly headers: Readonly<Record<string, string>>
  readonly scrub: (text: string) => string
  readonly known: KnownServers
  readonly signal: AbortSignal
  readonly timeoutMs: number
  readonly now: () => number
}

/**
 * One tool call over streamable HTTP, in whichever era of the protocol the server speaks: one POST where the server is
 * known and lets us. What was remembered and turns out stale (a dead session, another version) is forgotten and the
 * call made once more. Throws a `WireFault`.
 */
export async function exchange(wire: Wire, tool: string, args: Record<string, unknown>): Promise<ToolResult> {
  const known = wire.known.get(wire.server, wire.now())
  const guarded = guardedFetch(wire)
  try {
    return await converse(wire, guarded, known, tool, args)
  } catch (error) {
    if (known === null || !isStale(guarded, error)) throw faultOf(error, guarded, wire)
  }
  wire.known.forget(wire.server)
  const again = guardedFetch(wire)
  try {
    return await converse(wire, again, null, tool, args)
  } catch (error) {
    throw faultOf(error, again, wire)
  }
}

/** A plain refusal of something that was negotiated earlier. Servers answer a dead session 404 (by the book) or 400. */
function isStale(guarded: Guarded, error: unknown): boolean {
  if (guarded.fault() !== null) return false
  const status = guarded.status() ?? 0
  return (status >= 400 && status < 500) || (error instanceof ProtocolError && error.code === -32022)
}

async function converse(
  wire: Wire,
  guarded: Guarded,
  known: Known | null,
  tool: string,
  args: Record<string, unknown>,
): Promise<ToolResult> {
  const client = new Client({ name: 'yeojeong-location', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } })
  // Ends a little after our own deadline, which knows better why.
  const options = { timeout: wire.timeoutMs + 1_000 }
  try {
    await connect(client, wire, guarded, known, options)
    const call = () =>
      client.callTool(
        { name: tool, arguments: args },
        { ...options, toolDefinition: wire.known.tool(wire.server, tool) ?? { name: tool, inputSchema: { type: 'object' } } },
      )
    const result = await call().catch(async (error: unknown) => {
      if (!(error instanceof ProtocolError) || error.code !== HEADER_MISMATCH || wire.known.tool(wire.server, tool) !== null) throw error
      wire.known.setTools(wire.server, (await client.listTools(undefined, options)).tools)
      return call()
    })
    return toolResult(result)
  } finally {
    await client.close().catch(() => undefined)
  }
}

async function connect(
  client: Client,
  wire: Wire,
  guarded: Guarded,
  known: Known | null,
  options: { readonly timeout: number },
): Promise<void> {
  const session = known?.era === 'legacy' ? { sessionId: known.sessionId, protocolVersion: known.protocolVersion } : {}
  const transport = new StreamableHTTPClientTransport(new URL(wire.url), { fetch: guarded.fetch, ...session })
  if (known?.era === 'modern') return client.connect(transport, { ...options, prior: { kind: 'modern', discover: known.discover } })
  if (known?.era === 'legacy') return client.connect(transport, { ...options, prior: { kind: 'legacy' } })
  await client.connect(transport, options)
  const discover = client.getDiscoverResult()
  const version = client.getNegotiatedProtocolVersion()
  if (discover !== undefined) wire.known.set(wire.server, { era: 'modern', discover }, wire.now())
  else if (version !== undefined)
    wire.known.set(wire.server, { era: 'legacy', sessionId: transport.sessionId ?? SESSIONLESS, protocolVersion: version }, wire.now())
}

function toolResult(result: {
  readonly structuredContent?: unknown
  readonly content?: unknown
  readonly isError?: boolean | undefined
}): ToolResult {
  const blocks = Array.isArray(result.content) ? (result.content as readonly { readonly type?: unknown; readonly text?: unknown }[]) : []
  const texts = blocks.flatMap(({ type, text }) => (type === 'text' && typeof text === 'string' ? [text] : []))
  return {
    structured: result.structuredContent ?? null,
    // Only when asked for: where the answer is structured its text is the same once more, half a megabyte of it.
    get texts() {
      return texts.map(redact)
    },
    isError: result.isError === true,
  }
}

function faultOf(error: unknown, guarded: Guarded, wire: Wire): WireFault {
  if (error instanceof WireFault) return error
  const known = guarded.fault()
  if (known !== null) return known
  const detail = wire.scrub(describeError(error)).slice(0, 300)
  if (error instanceof ProtocolError) return faultOfCode(error.code, wire.scrub(redact(error.message)).slice(0, 300))
  const status = error instanceof SdkHttpError ? (guarded.status() ?? 0) : 0
  if (status >= 300 && status < 400) return failure('http', `HTTP ${status}: a redirect we do not follow`)
  if (status === 400) return faultOfBadRequest(detail)
  return status === 0 ? failure('protocol', detail) : failure('http', `HTTP ${status}`)
}

/** A bare 400 is about what we sent, unless its words say quota or key. */
function faultOfBadRequest(detail: string): WireFault {
  const fault = faultOfWords(detail)
  return fault.outcome.kind === 'failure' ? new WireFault({ kind: 'ok' }, `HTTP 400: ${detail}`) : fault
}

/** -32602 is what we asked; everything else a server says in codes is its own trouble. Words that say more win. */
function faultOfCode(code: number, detail: string): WireFault {
  const fault = faultOfWords(`${code}: ${detail}`)
  const { outcome } = fault
  return outcome.kind === 'failure' ? failure('protocol', `JSON-RPC ${code}: ${detail}`) : fault
}

function faultOfWords(text: string): WireFault {
  const verdict = readErrorText(text, [])
  return new WireFault(verdict.kind === 'failed' ? verdict.outcome : { kind: 'ok' }, text)
}
