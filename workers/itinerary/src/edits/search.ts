import { tripSolver } from '../planning/solver.ts'
import type { Search } from './replan.ts'

/** Somebody waits: about a fifth of a second of search, from where the plan before ended. */
const WARM_EVALUATIONS = 1_000_000

const solver = tripSolver(WARM_EVALUATIONS)

export const warmSearch: Search = (input) => solver.solve(input, () => undefined)
