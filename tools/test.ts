import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, WRANGLER_ENV } from './stack/paths.ts'
import { findChromium } from './stack/chromium.ts'

/**
 * `npm test`: every suite, one after the other, and one closing line `N passed, N failed[, N skipped]`.
 * With arguments only the suites named: unit, workers, faults, conformance, integration, chaos, e2e.
 */
const SUITES = ['unit', 'workers', 'faults', 'conformance', 'integration', 'chaos', 'e2e']
type Counts = { passed: number; failed: number; skipped: number }

const wanted = process.argv.slice(2)
const chosen = wanted.length === 0 ? SUITES : SUITES.filter((suite) => wanted.includes(suite))
const reports = mkdtempSync(join(tmpdir(), 'yeojeong-tests-'))
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const suite of chosen) {
  if (suite === 'e2e' && findChromium() === null) {
    console.log(`Skipping ${suite}: no Chromium found (install it, or name it in CHROMIUM_PATH).`)
    total.skipped += 1
    continue
  }
  console.log(`\n— ${suite} —`)
  const counts = await runSuite(suite)
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
}
rmSync(reports, { recursive: true, force: true })
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/** A suite that ends badly without a failed test (a crash, a broken file) counts as one failure. */
async function runSuite(suite: string): Promise<Counts> {
  const file = join(reports, `${suite}.json`)
  const code = await new Promise<number>((resolve) => {
    // `*`: those inside workerd are a project each, `workers:location` and so on.
    const child = spawn('vitest', ['run', `--project=${suite}*`, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
      cwd: ROOT,
      env: WRANGLER_ENV,
      stdio: 'inherit',
    })
    child.on('close', (exit) => resolve(exit ?? 1))
  })
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      numPendingTests: number
      numTodoTests: number
    }
    const failed = report.numFailedTests === 0 && code !== 0 ? 1 : report.numFailedTests
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
