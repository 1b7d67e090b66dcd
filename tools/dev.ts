import { startStack } from './stack/start-stack.ts'

/** `npm run dev`: the stack without the example trip, for developing against it. */
const server = await startStack((line) => console.log(line))
console.log(`\nListening at ${server.url}; the log is .wrangler/dev.log. Ctrl-C ends everything.`)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void server.stop().then(() => process.exit(0)))
process.exit(await server.ended)
