import { createMcpHandler } from '@modelcontextprotocol/server'
import { isOwnCaller } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { atlasServer } from '../../workers/mcp-atlas/src/server.ts'

/** The atlas as it is, and the two tools the suite calls by name to see a text and an error arrive. */
function withFixtures() {
  const server = atlasServer()
  const noArguments = z.object({})
  server.registerTool('test_simple_text', { description: 'Answers a text.', inputSchema: noArguments }, () => ({
    content: [{ type: 'text', text: 'This is a simple text response for testing.' }],
  }))
  server.registerTool('test_error_handling', { description: 'Fails, as a result.', inputSchema: noArguments }, () => ({
    isError: true,
    content: [{ type: 'text', text: 'This tool intentionally returns an error for testing' }],
  }))
  return server
}

const handler = createMcpHandler(withFixtures)

export default {
  fetch(request) {
    if (!isOwnCaller(request)) return new Response(null, { status: 403 })
    return handler.fetch(request)
  },
} satisfies ExportedHandler
