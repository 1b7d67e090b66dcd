import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHarness, type TestHarness } from 'wrangler'
import { ROOT } from '../../tools/stack/paths.ts'
import { run } from '../../tools/stack/run.ts'

/** The protocol's own suite against our server and our client, in both eras. What does not apply is named in the baselines. */
const ERAS = ['2025-11-25', '2026-07-28'] as const
const SERVER = [
  ['2025-11-25', 'server-initialize'],
  ['2025-11-25', 'ping'],
  ['2025-11-25', 'tools-list'],
  ['2025-11-25', 'tools-call-simple-text'],
  ['2025-11-25', 'tools-call-error'],
  ['2025-11-25', 'dns-rebinding-protection'],
  ['2026-07-28', 'server-stateless'],
  ['2026-07-28', 'caching'],
  ['2026-07-28', 'http-header-validation'],
  ['2026-07-28', 'tools-list'],
  ['2026-07-28', 'tools-call-simple-text'],
  ['2026-07-28', 'tools-call-error'],
  ['2026-07-28', 'server-sse-multiple-streams'],
  ['2026-07-28', 'dns-rebinding-protection'],
] as const
/** Of these only single checks are beside the point, and named. */
const IN_PART = ['server-stateless', 'caching'] as const
const CLIENT = [
  ['2025-11-25', 'initialize'],
  ['2025-11-25', 'tools_call'],
  ['2025-11-25', 'sse-retry'],
  ['2026-07-28', 'tools_call'],
  ['2026-07-28', 'request-metadata'],
  ['2026-07-28', 'http-standard-headers'],
] as const

const baseline = (era: string): string => join('tests', 'conformance', `baseline-${era}.yml`)

describe('the atlas as a server', () => {
  let server: TestHarness
  let url = ''
  beforeAll(async () => {
    server = createTestHarness({ root: ROOT, workers: [{ configPath: 'tests/conformance/wrangler.toml' }] })
    url = `${(await server.listen()).url.href}mcp`
  })
  afterAll(() => server.close())

  test.each(SERVER)('%s %s', async (era, scenario) => {
    const partly = (IN_PART as readonly string[]).includes(scenario) ? ['--expected-failures', baseline(era)] : []
    const { code, output } = await run('conformance', ['server', '--url', url, '--spec-version', era, '--scenario', scenario, ...partly])
    expect(code, output).toBe(0)
    expect(output).toMatch(/Passed: [1-9]/)
  })

  test.each(ERAS)('%s: the whole suite holds what its baseline says, no more and no less', async (era) => {
    const { code, output } = await run('conformance', [
      'server',
      '--url',
      url,
      '--spec-version',
      era,
      '--suite',
      'active',
      '--expected-failures',
      baseline(era),
    ])
    expect(code, output).toBe(0)
  })
})

describe('our client', () => {
  test.each(CLIENT)('%s %s', async (era, scenario) => {
    const { code, output } = await run('conformance', [
      'client',
      '--command',
      'node tests/conformance/client.ts',
      '--spec-version',
      era,
      '--scenario',
      scenario,
    ])
    expect(code, output).toBe(0)
    expect(output).toMatch(/Passed: [1-9]/)
  })
})
