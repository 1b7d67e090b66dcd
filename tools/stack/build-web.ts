import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ROOT } from './paths.ts'
import { must } from './run.ts'

/** The page, and the API reference beside it (Swagger UI's files, served from our own host). */
export async function buildWeb(): Promise<void> {
  await must('building the web page', 'vite', ['build', 'web', '--logLevel', 'warn'], { ...process.env, NODE_ENV: 'production' })
  const source = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const target = join(ROOT, 'web', 'dist', 'reference')
  mkdirSync(target, { recursive: true })
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) copyFileSync(join(source, file), join(target, file))
  writeFileSync(join(target, 'start.js'), "SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true })\n")
}
