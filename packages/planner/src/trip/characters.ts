import { PACES, type Plan } from '@yeojeong/domain'
import type { PlanInput } from './problem.ts'

/** Whole plans of different character, to be laid beside the first. */
export const CHARACTERS = ['calmer', 'fuller', 'fairer', 'thriftier', 'other-places'] as const
export type Character = (typeof CHARACTERS)[number]

/** The same trip asked for in another spirit; null where the first plan is that already. `plan`: the first one. */
export function inCharacter(input: PlanInput, plan: Plan, character: Character): PlanInput | null {
  const { brief } = input
  const pace = PACES.indexOf(brief.pace)
  const known = plan.cost.known
  const change = (part: Partial<typeof brief>): PlanInput => ({ ...input, brief: { ...brief, ...part } })
  switch (character) {
    case 'calmer':
      return pace > 0 ? change({ pace: PACES[pace - 1]! }) : null
    case 'fuller':
      return pace < PACES.length - 1 ? change({ pace: PACES[pace + 1]! }) : null
    case 'fairer':
      return brief.wishes.fairness < 0.9 && brief.travellers.length > 1 ? change({ wishes: { ...brief.wishes, fairness: 1 } }) : null
    case 'thriftier':
      return known !== null && known.amount > 0
        ? change({ budget: { amount: Math.floor(known.amount * 0.6), currency: known.currency } })
        : null
    case 'other-places': {
      const seen = plan.days.flatMap((day) => day.stops.filter((stop) => stop.kind === 'sight').map((stop) => stop.refId!))
      const avoid = [...brief.wishes.avoid, ...seen.filter((id) => !brief.wishes.mustSee.includes(id))]
      return change({ wishes: { ...brief.wishes, avoid } })
    }
  }
}
