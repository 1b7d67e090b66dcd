import { PLANNING_SPECS } from '@yeojeong/domain'

/**
 * One planning to be killed at one point. `fail`: the step whose answer is made a failure, so that what follows is its
 * compensation; `cancel`: its user ends it while it stands there; `late`: its search is cut short, and gone on with after.
 */
export type Case = { readonly kill: string; readonly fail: string | null; readonly cancel: boolean; readonly late: boolean }
const plain = { fail: null, cancel: false, late: false }

const steps = PLANNING_SPECS.map(({ step }) => step)
const undoable = PLANNING_SPECS.filter(({ undo }) => undo !== null).map(({ step }) => step)
const around = (step: string, direction: string): string[] => [`${step}/${direction}/before`, `${step}/${direction}/after`]

/** Each step before its effect and after it, before its outcome is written down. */
const forward: Case[] = steps.flatMap((step) => around(step, 'run')).map((kill) => ({ ...plain, kill }))

/** Each compensation of a planning that fails at a step, early, late and last. */
const backward: Case[] = ['solve', 'link', 'publish'].flatMap((fail) =>
  undoable
    .filter((step) => steps.indexOf(step) <= steps.indexOf(fail as (typeof steps)[number]))
    .flatMap((step) => around(step, 'undo'))
    .map((kill) => ({ ...plain, kill, fail })),
)

const cancelled: Case[] = ['gather/run/before', 'commit/run/after', 'link/run/after'].map((kill) => ({ ...plain, kill, cancel: true }))

const late: Case[] = ['solve/run/after', 'publish/run/after', ...around('improve', 'run')].map((kill) => ({ ...plain, kill, late: true }))

export const CASES: readonly Case[] = [...forward, ...backward, ...cancelled, ...late]

/** Spread over all of them, the first and the last included, for a shorter run. */
export function someOf(cases: readonly Case[], count: number): readonly Case[] {
  const most = Math.min(count, cases.length)
  const step = most > 1 ? (cases.length - 1) / (most - 1) : 0
  return Array.from({ length: most }, (_, index) => cases[Math.round(index * step)]!)
}
