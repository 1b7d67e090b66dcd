/** `npm run chaos:cqrs [-- seeds]`: 2,000 seeded histories where nothing is said. Fails unless all figures but reads and writes are 0. */
type Histories = { readonly runHistories: (count: number) => Promise<Record<string, number>> }

const count = Number(process.argv[2] ?? 2_000)
// The Workers tell of every fault; here only the outcome is of interest.
for (const level of ['log', 'warn', 'error'] as const) console[level] = () => {}
const { runHistories } = (await import(new URL('../../workers/itinerary/test/cqrs/histories.ts', import.meta.url).href)) as Histories
const { reads, writes, ...wrong } = await runHistories(count)
process.stdout.write(
  `${count} histories, ${writes} writes, ${reads} reads: ${wrong['older']} older than named, ${wrong['neverExisted']} that never existed, ` +
    `${wrong['notConverged']} not converged, ${wrong['accessNotConverged']} with another access list, ${wrong['tooFast']} writes faster than one a second\n`,
)
process.exit(Object.values(wrong).every((n) => n === 0) ? 0 : 1)
