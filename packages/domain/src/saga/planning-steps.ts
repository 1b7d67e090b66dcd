/** The ten steps of planning an itinerary, in order. */
export const PLANNING_STEPS = ['snapshot', 'open', 'reserve', 'gather', 'verify', 'curate', 'solve', 'commit', 'link', 'publish'] as const
export type PlanningStep = (typeof PLANNING_STEPS)[number]
