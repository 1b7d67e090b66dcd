import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../tools/stack/paths.ts'
import { ROUTES, type Ask } from './who-may/routes.ts'
import { makeWorld, type Persona, type World } from './who-may/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
}, 180_000)
afterAll(() => world?.stack.close())

/** The owner last: what they take away is gone for everybody. */
const ORDER: readonly Persona[] = ['none', 'expired', 'forged', 'stranger', 'viewer', 'editor', 'operator', 'owner']
/** What the family told about each other: ids of members are in what is said of one of them. */
const SECRETS = ['할머니', '하준', '아빠', '엄마', '이모', 'mbr_', 'knee', 'step-free', 'rest-for']

async function ask(persona: Persona, method: string, { path, body, type, upgrade }: Ask): Promise<{ status: number; text: string }> {
  const token = world.tokens[persona]
  const headers = {
    ...(body === undefined ? {} : { 'content-type': type ?? 'application/json' }),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    'idempotency-key': `who-may-${persona}`,
  }
  if (upgrade) return opened(path, headers)
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const response = await fetch(`${world.stack.url}${path}`, { method, headers, ...sent })
  return { status: response.status, text: await response.text() }
}

/** As a WebSocket is opened; closed at once. */
function opened(path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  const socket = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'MDEyMzQ1Njc4OWFiY2RlZg==',
  }
  return new Promise((resolve, reject) => {
    const sent = request(`${world.stack.url}${path}`, { headers: { ...headers, ...socket } })
    sent.on('upgrade', (_response, connection) => (connection.destroy(), resolve({ status: 101, text: '' })))
    sent.on('response', (response) => (response.resume(), resolve({ status: response.statusCode ?? 0, text: '' })))
    sent.on('error', reject)
    sent.end()
  })
}

test('every route there is has its answers written down', () => {
  const { paths } = JSON.parse(readFileSync(join(ROOT, 'openapi.json'), 'utf8')) as { paths: Record<string, Record<string, unknown>> }
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(Object.keys(ROUTES).sort()).toEqual(described.sort())
})

describe.each(ORDER)('asked by %s', (persona) => {
  test.each(Object.keys(ROUTES))('%s', async (route) => {
    const { answers, asks } = ROUTES[route]!
    for (const one of asks(world)) {
      const { status, text } = await ask(persona, route.split(' ')[0]!, one)
      expect([one.path, status, status === answers[persona] ? '' : text]).toEqual([one.path, answers[persona], ''])
      // Their own trips have members too.
      const own = persona === 'owner' || persona === 'operator' || route.endsWith('/v1/trips')
      if (!own)
        expect(
          SECRETS.filter((secret) => text.includes(secret)),
          `told by ${one.path}`,
        ).toEqual([])
    }
  })
})
