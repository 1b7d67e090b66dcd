import { expect, test } from 'vitest'
import { isOwnCaller } from './own-callers.ts'

test.each([
  ['https://mcp-atlas.internal/mcp', null, true],
  ['http://127.0.0.1:8787/mcp', 'http://localhost:5173', true],
  ['http://evil.example.com/mcp', null, false],
  ['http://localhost:8787/mcp', 'http://evil.example.com', false],
  ['http://localhost:8787/mcp', 'null', false],
  ['http://internal.evil.example/mcp', null, false],
])('a call to %s from %s: ours = %s', (url, origin, ours) => {
  expect(isOwnCaller(new Request(url, origin === null ? {} : { headers: { origin } }))).toBe(ours)
})
