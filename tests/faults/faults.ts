import type { CallOutcome } from '@yeojeong/domain'
import type { Fault, Rpc } from '../fakes/mcp-server.ts'
import { json } from '../fakes/mcp-server.ts'

/** The key the provider was given: whatever a fault sends back, it must not come out again. */
export const KEY = 'opaque/test+only-0123456789abcdefghijk'

type Kind = CallOutcome['kind']
export type WireFaultCase = {
  readonly name: string
  readonly fault: Fault
  readonly outcome: Kind
  readonly reason?: string
  readonly retryAfterMs?: number
  readonly slow?: true
}

const isCall = (rpc: Rpc): boolean => rpc.method === 'tools/call'
/** On the call itself: the handshake goes well. */
const onCall =
  (play: Fault): Fault =>
  (exchange) =>
    isCall(exchange.rpc) && play(exchange)
const status = (code: number, headers: Record<string, string> = {}, body = `upstream said no to key=${KEY}`): Fault =>
  onCall(({ res }) => {
    res.writeHead(code, { 'content-type': 'text/plain', ...headers }).end(body)
    return true
  })
const sse = (write: (answer: object, res: Parameters<Fault>[0]['res']) => void): Fault =>
  onCall(({ res, answer }) => {
    res.writeHead(200, { 'content-type': 'text/event-stream' })
    write(answer, res)
    return true
  })
const rpcError = (code: number, message: string): Fault =>
  onCall(({ res, rpc }) => {
    json(res, { jsonrpc: '2.0', id: rpc.id, error: { code, message } })
    return true
  })
const body = (type: string | null, text: string | Buffer): Fault =>
  onCall(({ res }) => {
    res.writeHead(200, type === null ? {} : { 'content-type': type }).end(text)
    return true
  })

/** What can go wrong between us and a server, whatever it would have answered. */
export const WIRE_FAULTS: readonly WireFaultCase[] = [
  { name: 'HTTP 400: a mistake of ours', fault: status(400, {}, 'bad request'), outcome: 'ok' },
  {
    name: 'HTTP 400 that means quota',
    fault: status(400, {}, '{"code":-10,"msg":"API limit has been exceeded: quota"}'),
    outcome: 'throttled',
  },
  { name: 'HTTP 401', fault: status(401), outcome: 'rejected' },
  { name: 'HTTP 403', fault: status(403), outcome: 'rejected' },
  { name: 'HTTP 403 that means quota', fault: status(403, {}, 'rateLimitExceeded: Quota exceeded'), outcome: 'throttled' },
  { name: 'HTTP 404', fault: status(404), outcome: 'failure', reason: 'http' },
  { name: 'HTTP 405', fault: status(405), outcome: 'failure', reason: 'http' },
  { name: 'HTTP 406', fault: status(406), outcome: 'failure', reason: 'http' },
  { name: 'HTTP 408', fault: status(408), outcome: 'failure', reason: 'http' },
  { name: 'HTTP 415', fault: status(415), outcome: 'failure', reason: 'http' },
  { name: 'HTTP 429 for 30 seconds', fault: status(429, { 'retry-after': '30' }), outcome: 'throttled', retryAfterMs: 30_000 },
  {
    name: 'HTTP 429 until a date',
    fault: status(429, { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' }),
    outcome: 'throttled',
    retryAfterMs: 86_400_000,
  },
  { name: 'HTTP 429 without a word', fault: status(429), outcome: 'throttled' },
  { name: 'HTTP 500', fault: status(500), outcome: 'failure', reason: 'http' },
  {
    name: 'HTTP 502 with an HTML page',
    fault: status(502, { 'content-type': 'text/html' }, '<html><h1>Bad Gateway</h1>'),
    outcome: 'failure',
    reason: 'http',
  },
  { name: 'HTTP 503', fault: status(503, { 'retry-after': '5' }), outcome: 'failure', reason: 'http' },
  { name: 'HTTP 504', fault: status(504), outcome: 'failure', reason: 'http' },
  {
    name: 'a redirect to another origin',
    fault: status(307, { location: 'http://127.0.0.1:9/elsewhere' }),
    outcome: 'failure',
    reason: 'http',
  },
  {
    name: 'a redirect in a circle',
    fault: onCall(({ res, origin }) => {
      res.writeHead(307, { location: `${origin}/mcp` }).end()
      return true
    }),
    outcome: 'failure',
    reason: 'http',
  },
  { name: 'no headers, ever', fault: onCall(() => true), outcome: 'failure', reason: 'timeout', slow: true },
  { name: 'no answer to the very first request', fault: () => true, outcome: 'failure', reason: 'timeout', slow: true },
  {
    name: 'a body that stalls half way',
    fault: onCall(({ res, answer }) => {
      res.writeHead(200, { 'content-type': 'application/json' })
      res.write(JSON.stringify(answer).slice(0, 40))
      return true
    }),
    outcome: 'failure',
    reason: 'timeout',
    slow: true,
  },
  {
    name: 'an event stream that stalls',
    fault: sse((_answer, res) => void res.write(': still here\n\n')),
    outcome: 'failure',
    reason: 'timeout',
    slow: true,
  },
  {
    name: 'a connection reset',
    fault: onCall(({ req }) => {
      req.socket.destroy()
      return true
    }),
    outcome: 'failure',
    reason: 'network',
  },
  {
    name: 'a body cut off',
    fault: onCall(({ req, res, answer }) => {
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' })
      res.write(JSON.stringify(answer).slice(0, 40), () => req.socket.destroy())
      return true
    }),
    outcome: 'failure',
    reason: 'network',
  },
  {
    name: 'an event stream cut within an event',
    fault: sse((answer, res) => void res.end(`event: message\ndata: ${JSON.stringify(answer).slice(0, 40)}`)),
    outcome: 'failure',
    reason: 'protocol',
  },
  {
    name: 'an event stream that ends without an answer',
    fault: sse((_answer, res) => void res.end('event: message\ndata: {"jsonrpc":"2.0","method":"notifications/message","params":{}}\n\n')),
    outcome: 'failure',
    reason: 'protocol',
  },
  {
    name: 'an event stream with somebody else’s answer',
    fault: sse((answer, res) => void res.end(`data: ${JSON.stringify({ ...answer, id: 987_654 })}\n\n`)),
    outcome: 'failure',
    reason: 'protocol',
  },
  {
    name: 'an event stream whose data is no JSON',
    fault: sse((_answer, res) => void res.end('data: {oops\n\n')),
    outcome: 'failure',
    reason: 'unreadable',
  },
  {
    name: 'an answer with a wrong id',
    fault: onCall(({ res, answer }) => {
      json(res, { ...answer, id: 987_654 })
      return true
    }),
    outcome: 'failure',
    reason: 'protocol',
  },
  { name: 'a bare 202', fault: onCall(({ res }) => Boolean(res.writeHead(202).end())), outcome: 'failure', reason: 'protocol' },
  { name: 'a bare 204', fault: onCall(({ res }) => Boolean(res.writeHead(204).end())), outcome: 'failure', reason: 'protocol' },
  {
    name: 'an HTML page',
    fault: body('text/html; charset=utf-8', '<!doctype html><title>Sign in</title>'),
    outcome: 'failure',
    reason: 'unreadable',
  },
  { name: 'an answer of no type', fault: body(null, '{}'), outcome: 'failure', reason: 'unreadable' },
  {
    name: 'truncated JSON',
    fault: body('application/json', '{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"te'),
    outcome: 'failure',
    reason: 'unreadable',
  },
  { name: 'an empty body', fault: body('application/json', ''), outcome: 'failure', reason: 'unreadable' },
  {
    name: 'JSON that is no JSON-RPC',
    fault: body('application/json', '{"success":false,"error":"down"}'),
    outcome: 'failure',
    reason: 'protocol',
  },
  {
    name: 'bytes that are no text',
    fault: body('application/json', Buffer.from([0xff, 0xfe, 0x00, 0x80])),
    outcome: 'failure',
    reason: 'unreadable',
  },
  {
    name: 'a good answer in five megabytes',
    fault: onCall(({ res, answer }) => {
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer) + ' '.repeat(5 * 1024 * 1024))
      return true
    }),
    outcome: 'failure',
    reason: 'unreadable',
  },
  {
    name: 'JSON-RPC -32603',
    fault: rpcError(-32603, `internal error at https://api.example/v1?key=${KEY}`),
    outcome: 'failure',
    reason: 'protocol',
  },
  { name: 'JSON-RPC -32000', fault: rpcError(-32000, 'server error'), outcome: 'failure', reason: 'protocol' },
  { name: 'JSON-RPC -32601', fault: rpcError(-32601, 'Method not found'), outcome: 'failure', reason: 'protocol' },
  { name: 'JSON-RPC -32602: a mistake of ours', fault: rpcError(-32602, 'Invalid arguments: expected a string'), outcome: 'ok' },
  {
    name: 'JSON-RPC -32602: a tool that is gone',
    fault: rpcError(-32602, 'Tool search_places not found'),
    outcome: 'failure',
    reason: 'protocol',
  },
  {
    name: 'a result without content',
    fault: onCall(({ res, rpc }) => {
      json(res, { jsonrpc: '2.0', id: rpc.id, result: { resultType: 'complete', content: [] } })
      return true
    }),
    outcome: 'failure',
    reason: 'unreadable',
  },
  {
    name: 'HTTP 503 at the first request',
    fault: ({ res }) => {
      res.writeHead(503).end()
      return true
    },
    outcome: 'failure',
    reason: 'http',
  },
  {
    name: 'HTTP 429 at the first request',
    fault: ({ res }) => {
      res.writeHead(429, { 'retry-after': '7' }).end()
      return true
    },
    outcome: 'throttled',
    retryAfterMs: 7_000,
  },
]

export type WordsCase = { readonly name: string; readonly text: string; readonly outcome: Kind; readonly found?: 'empty' }

/** Failures told in words, marked as errors, in the manner of the servers that tell them so. */
export const WORDS: readonly WordsCase[] = [
  {
    name: 'the upstream cannot be reached (a Node server)',
    text: `Error: request to https://maps.example/api/place?query=x&key=${KEY} failed, reason: getaddrinfo ENOTFOUND maps.example`,
    outcome: 'failure',
  },
  {
    name: 'the upstream cannot be reached (gRPC)',
    text: 'Failed to search places: 14 UNAVAILABLE: Name resolution failed for target dns:places.example:443',
    outcome: 'failure',
  },
  { name: 'the upstream cannot be reached (fetch)', text: '{"message":"fetch failed","tool":"search"}', outcome: 'failure' },
  { name: 'the upstream sends HTML', text: `Error: Unexpected token '<', "<html><h1>"... is not valid JSON`, outcome: 'failure' },
  { name: 'the upstream hangs up', text: `Error: request failed, reason: socket hang up (key=${KEY})`, outcome: 'failure' },
  { name: 'the upstream’s HTTP 500', text: 'Search API error: 500: Internal', outcome: 'failure' },
  { name: 'an unknown error', text: 'Place search failed: UNKNOWN_ERROR', outcome: 'failure' },
  { name: 'a failure that names our key without a word', text: `HTTP 503: try again, ${KEY}`, outcome: 'failure' },
  { name: 'words nobody knows', text: 'Der Dienst ist heute müde.', outcome: 'failure' },
  { name: 'a tool that is gone', text: 'Unknown tool: search_places', outcome: 'failure' },
  {
    name: 'a used-up quota (Google)',
    text: 'Place search failed: You have exceeded your daily request quota for this API.',
    outcome: 'throttled',
  },
  { name: 'too many requests (Mapbox)', text: 'Search API error: 429: Too Many Requests', outcome: 'throttled' },
  { name: 'a used-up quota (Amap)', text: 'Text Search failed: DAILY_QUERY_OVER_LIMIT', outcome: 'throttled' },
  { name: 'a used-up quota (Baidu)', text: 'Place search failed: 天配额超限,限制访问', outcome: 'throttled' },
  { name: 'a rate limit (Open-Meteo)', text: 'Error: Open-Meteo rate limit reached. Please retry later.', outcome: 'throttled' },
  { name: 'a bad key (Google)', text: 'Place search failed: This API project is not authorized to use this API.', outcome: 'rejected' },
  {
    name: 'a bad key (Google, new)',
    text: 'HTTP 400: { "error": { "status": "INVALID_ARGUMENT", "message": "API key not valid. Please pass a valid API key." } }',
    outcome: 'rejected',
  },
  { name: 'a bad key (Mapbox)', text: 'Search API error: 401: Not Authorized - Invalid Token', outcome: 'rejected' },
  { name: 'a bad key (Amap)', text: 'Text Search failed: INVALID_USER_KEY', outcome: 'rejected' },
  { name: 'a bad key (Baidu)', text: 'Place search failed: APP不存在,AK有误请检查再重试', outcome: 'rejected' },
  { name: 'a server of ours without its key', text: 'KAKAO_REST_API_KEY is not configured', outcome: 'rejected' },
  {
    name: 'a mistake of ours (SDK 1)',
    text: 'MCP error -32602: Input validation error: Invalid arguments for tool search: Required at query',
    outcome: 'ok',
  },
  {
    name: 'a mistake of ours (SDK 2)',
    text: 'Input validation error: Invalid arguments for tool search: query: expected string',
    outcome: 'ok',
  },
  { name: 'nothing found, told as an error', text: 'Place search failed: ZERO_RESULTS', outcome: 'ok', found: 'empty' },
  { name: 'an error that repeats our question', text: 'Search failed for "forbidden 429 quota": 14 UNAVAILABLE', outcome: 'failure' },
]
