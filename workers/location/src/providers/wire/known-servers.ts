import type { DiscoverResult, Tool } from '@modelcontextprotocol/client'

/** How long what a server said of itself is believed. */
const TTL_MS = 600_000

/** How to talk to a server without asking again: its discovery (MCP 2026-07-28), or a session of the older protocol. */
export type Known =
  | { readonly era: 'modern'; readonly discover: DiscoverResult }
  | { readonly era: 'legacy'; readonly sessionId: string; readonly protocolVersion: string }

/** Shared by the requests of an isolate and lost with it, which costs one more round trip. */
export type KnownServers = {
  get(server: string, now: number): Known | null
  set(server: string, known: Known, now: number): void
  forget(server: string): void
  /** A tool whose arguments must also travel as headers; null where none said so. */
  tool(server: string, name: string): Tool | null
  setTools(server: string, tools: readonly Tool[]): void
}

export function knownServers(): KnownServers {
  const servers = new Map<string, { known: Known; at: number }>()
  const tools = new Map<string, ReadonlyMap<string, Tool>>()
  return {
    get(server, now) {
      const entry = servers.get(server)
      return entry !== undefined && now - entry.at < TTL_MS ? entry.known : null
    },
    set: (server, known, now) => void servers.set(server, { known, at: now }),
    forget(server) {
      servers.delete(server)
      tools.delete(server)
    },
    tool: (server, name) => tools.get(server)?.get(name) ?? null,
    // Without their output schemas: answers are parsed by ours, and once is enough.
    setTools: (server, list) => void tools.set(server, new Map(list.map(({ outputSchema: _ours, ...tool }) => [tool.name, tool]))),
  }
}
