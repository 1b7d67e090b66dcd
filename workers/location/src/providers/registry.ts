import { mcpProvider } from './mcp-provider.ts'
import type { PlaceProvider } from './provider.ts'

/** The providers of this deployment, in the order they are asked. */
export function providersOf(env: Env): readonly PlaceProvider[] {
  return [
    mcpProvider(
      { providerId: 'atlas', url: 'https://mcp-atlas.internal/mcp', fetch: (input, init) => env.MCP_ATLAS.fetch(input, init) },
      'Yeojeong atlas',
    ),
  ]
}
