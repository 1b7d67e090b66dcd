import type { Place } from '@yeojeong/contracts'
import { ok, type Result } from '@yeojeong/domain'
import type { ParseFailure, Provenance, ToolResult, ToolUse } from '../adapter.ts'
import { theirIds } from './place-from.ts'

export type ByIds = {
  readonly providerId: string
  readonly tool: string
  /** Ids one call may name. */
  readonly perCall: number
  /** Ids one question may name: the rest is left out, so that no question costs without end. */
  readonly most: number
  readonly args: (ids: readonly string[]) => Record<string, unknown>
  readonly parse: (result: ToolResult, ids: readonly string[], by: Provenance) => Result<Place[], ParseFailure>
  readonly priceUsd: number
}

/** Details by id where a call takes only so many: the calls after the first are made at once. One that fails costs its own places only. */
export function detailsByIds({ providerId, tool, perCall, most, args, parse, priceUsd }: ByIds): ToolUse<readonly string[], Place[]> {
  const chunks = (ours: readonly string[]): string[][] => {
    const ids = theirIds(providerId, ours).slice(0, most)
    return Array.from({ length: Math.ceil(ids.length / perCall) }, (_, index) => ids.slice(index * perCall, (index + 1) * perCall))
  }
  return {
    tool,
    args(ours) {
      const [first] = chunks(ours)
      return first === undefined ? null : args(first)
    },
    async parse(result, ours, by, more) {
      const [first, ...rest] = chunks(ours)
      const others = await Promise.all(
        rest.map(async (ids): Promise<Result<Place[], ParseFailure>> => {
          const answer = await more(tool, args(ids))
          if (!answer.ok) return answer
          return answer.value === null ? ok([]) : parse(answer.value, ids, by)
        }),
      )
      const all = [parse(result, first ?? [], by), ...others]
      const readable = all.filter((one) => one.ok)
      return readable.length === 0 ? all[0]! : ok(readable.flatMap(({ value }) => value))
    },
    empty: () => [],
    priceUsd,
    most,
  }
}
