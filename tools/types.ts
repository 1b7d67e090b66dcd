import { CONFIGS } from './stack/paths.ts'
import { run } from './stack/run.ts'

/** Writes each Worker's `worker-configuration.d.ts` from its wrangler.toml; `--check` fails where one is stale. */
const check = process.argv.includes('--check') ? ['--check'] : []
const ran = await Promise.all(
  CONFIGS.map(async (config) => {
    const target =
      config === 'wrangler.toml'
        ? 'workers/gateway/worker-configuration.d.ts'
        : config.replace('wrangler.toml', 'worker-configuration.d.ts')
    return { target, ...(await run('wrangler', ['types', target, '-c', config, '--include-runtime=false', ...check])) }
  }),
)
const failed = ran.filter(({ code }) => code !== 0)
for (const { target, output } of failed) console.error(`${target}\n${output}`)
process.exit(failed.length > 0 ? 1 : 0)
