import { defineConfig, type UserWorkspaceConfig } from 'vitest/config'

type Suite = NonNullable<UserWorkspaceConfig['test']> & { readonly name: string }

/** What hangs is ended, on a slow and busy machine too; how long something took is nothing these limits measure. */
const limits = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } }

const suite = (name: string, include: string, more: Omit<Suite, 'name' | 'include'> = {}): UserWorkspaceConfig => ({
  test: { name, include: [include], exclude: ['**/node_modules/**', '**/dist/**'], ...limits, ...more },
})
/** Each file has a runtime, ports and storage of its own: one file at a time. */
const alone = { fileParallelism: false }

/** Every suite is a project; those inside workerd are the Workers' own. `npm test` runs them one after the other (tools/test.ts). */
export default defineConfig({
  test: {
    projects: [
      suite('unit', '{packages,workers,durable-objects,tools,web}/**/*.unit.test.ts'),
      'workers/*/vitest.config.ts',
      suite('faults', 'tests/{faults,peers}/**/*.test.ts'),
      suite('conformance', 'tests/conformance/**/*.test.ts'),
      suite('integration', 'tests/integration/**/*.test.ts', alone),
      suite('chaos', '{tests/chaos,workers/*/test}/**/*.chaos.test.ts', alone),
      suite('e2e', 'tests/e2e/**/*.e2e.ts', { ...alone, globalSetup: 'tests/e2e/build.ts' }),
    ],
  },
})
