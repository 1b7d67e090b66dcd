import { spawn } from 'node:child_process'
import { ROOT, WRANGLER_ENV } from './paths.ts'

export type Ran = { readonly code: number; readonly output: string }

/** Runs a command of this project to its end, quietly; the output is there for whoever must explain a failure. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = WRANGLER_ENV): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
  })
}

/** Runs a command that must succeed. */
export async function must(what: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = WRANGLER_ENV): Promise<string> {
  const { code, output } = await run(command, args, env)
  if (code !== 0) throw new Error(`${what} failed (${command} ${args.join(' ')})\n${output}`)
  return output
}
