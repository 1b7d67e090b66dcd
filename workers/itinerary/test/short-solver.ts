import { tripSolver, type Solver } from '../src/planning/solver.ts'

/** A search so short that a test can wait for it; whoever is late from the start gets what there is before any search. */
export function shortSolver(evaluations: number): Solver {
  const [whole, none] = [tripSolver(evaluations), tripSolver(1)]
  return { ...whole, solve: (problem, onProgress, isLate) => (isLate?.() === true ? none : whole).solve(problem, onProgress, isLate) }
}
