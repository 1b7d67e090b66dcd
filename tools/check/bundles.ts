import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { CONFIGS, ROOT } from '../stack/paths.ts'
import { mkdirSync } from 'node:fs'
import { run, type Ran } from '../stack/run.ts'

/** Most a Worker may weigh, KiB gzipped: the size at the last look plus room for a feature. */
const CEILING_KIB: { readonly [config: string]: number } = {
  'wrangler.toml': 95,
  'workers/profile/wrangler.toml': 110,
  'workers/itinerary/wrangler.toml': 280,
  'workers/location/wrangler.toml': 200,
  'workers/mcp-atlas/wrangler.toml': 400,
  'workers/mcp-kakao/wrangler.toml': 130,
  'workers/mcp-google/wrangler.toml': 130,
  // 33 KiB of it say which time zone a point lies in.
  'workers/mcp-osm/wrangler.toml': 160,
}

/** A dry-run deploy of every Worker: it bundles, its bindings parse, and it has not grown out of its ceiling. */
export async function checkBundles(): Promise<Ran> {
  // The gateway's config names the web page's folder; a checkout that has not built it yet still has one.
  mkdirSync(join(ROOT, 'web', 'dist'), { recursive: true })
  const lines: string[] = []
  let code = 0
  for (const config of CONFIGS) {
    const out = mkdtempSync(join(tmpdir(), 'yeojeong-bundle-'))
    const ran = await run('wrangler', ['deploy', '--dry-run', '--minify', '--outdir', out, '-c', config])
    const kib = ran.code === 0 ? gzippedKib(out) : 0
    rmSync(out, { recursive: true, force: true })
    const ceiling = CEILING_KIB[config] ?? 0
    if (ran.code !== 0 || kib > ceiling) code = 1
    lines.push(ran.code === 0 ? `${config}: ${kib.toFixed(0)} KiB gzipped of ${ceiling}` : `${config}\n${ran.output}`)
  }
  return { code, output: lines.join('\n') }
}

function gzippedKib(folder: string): number {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length / 1024, 0)
}
