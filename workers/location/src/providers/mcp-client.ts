import { Client, StreamableHTTPClientTransport, type DiscoverResult, type FetchLike } from '@modelcontextprotocol/client'
import { serviceError, type ServiceError } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { describeError, log, redact } from '@yeojeong/worker-kit'
import type * as z from 'zod'

/** Longest a single provider call may take. */
const CALL_TIMEOUT_MS = 2_000
/** How long what a server said of itself is believed. */
const DISCOVERY_TTL_MS = 600_000

export type McpEndpoint = { readonly providerId: string; readonly url: string; readonly fetch: FetchLike }

type Discovery = { readonly discover: DiscoverResult; readonly at: number }
/** By provider; lost with the isolate, which costs one more round trip. */
const discoveries = new Map<string, Discovery>()

/**
 * Calls one tool over streamable HTTP and parses its structured answer. With the server's discovery at hand a call is
 * one POST (MCP 2026-07-28); without, the client first asks which protocol era the server speaks.
 */
export async function callTool<T>(
  endpoint: McpEndpoint,
  name: string,
  args: Record<string, unknown>,
  answer: z.ZodType<T>,
  deadlineAt: number,
): Promise<Result<T, ServiceError>> {
  const timeout = Math.min(CALL_TIMEOUT_MS, deadlineAt - Date.now())
  if (timeout <= 0) return err(serviceError('deadline_exceeded'))
  const client = new Client({ name: 'yeojeong-location', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } })
  try {
    await connect(client, endpoint, timeout)
    const result = await client.callTool({ name, arguments: args }, { timeout })
    if (result.isError === true) return failed(endpoint, name, toolError(result.content))
    const parsed = answer.safeParse(result.structuredContent)
    return parsed.success ? ok(parsed.data) : failed(endpoint, name, `unreadable answer at ${parsed.error.issues[0]?.path.join('/') ?? ''}`)
  } catch (error) {
    discoveries.delete(endpoint.providerId)
    return failed(endpoint, name, describeError(error))
  } finally {
    await client.close().catch(() => undefined)
  }
}

async function connect(client: Client, endpoint: McpEndpoint, timeout: number): Promise<void> {
  const transport = new StreamableHTTPClientTransport(new URL(endpoint.url), { fetch: endpoint.fetch })
  const known = discoveries.get(endpoint.providerId)
  const fresh = known !== undefined && Date.now() - known.at < DISCOVERY_TTL_MS ? known : undefined
  await client.connect(transport, { timeout, ...(fresh === undefined ? {} : { prior: { kind: 'modern', discover: fresh.discover } }) })
  const discover = client.getDiscoverResult()
  if (fresh === undefined && discover !== undefined) discoveries.set(endpoint.providerId, { discover, at: Date.now() })
}

/** What a tool said went wrong, without any key its text may carry. */
function toolError(content: readonly { readonly type: string; readonly text?: unknown }[]): string {
  const text = content.find(({ type }) => type === 'text')?.text
  return typeof text === 'string' ? redact(text).slice(0, 300) : 'the tool reported an error'
}

function failed(endpoint: McpEndpoint, tool: string, reason: string): Result<never, ServiceError> {
  log('warn', 'location.provider_failed', null, { provider: endpoint.providerId, tool, reason })
  return err(serviceError('provider_unavailable', 'A place provider does not answer.'))
}
