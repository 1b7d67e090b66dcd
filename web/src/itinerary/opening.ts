import type { StopView } from '@yeojeong/contracts'
import { minuteOn } from './moments.ts'

/** Shares of the opening's length, 0 at opening and 1 at closing. */
export type OpeningBar = {
  readonly openMin: number
  readonly closeMin: number
  readonly startMin: number
  readonly endMin: number
  /** Null where people are let in until closing. */
  readonly lastEntryMin: number | null
  readonly from: number
  readonly width: number
  readonly lastEntry: number | null
}

const ALL_DAY_MIN = 1440

/** Where the visit lies within the opening; null where there is no gate or nobody knows the hours. */
export function openingBar(date: string, stop: StopView): OpeningBar | null {
  if (stop.open === null) return null
  const openMin = minuteOn(date, stop.open.opensAt)
  const closeMin = minuteOn(date, stop.open.closesAt)
  const lastEntryMin = minuteOn(date, stop.open.lastEntryAt)
  const length = closeMin - openMin
  if (length <= 0 || length >= ALL_DAY_MIN) return null
  const startMin = minuteOn(date, stop.startAt)
  const endMin = minuteOn(date, stop.endAt)
  const share = (minute: number): number => Math.min(1, Math.max(0, (minute - openMin) / length))
  const limited = lastEntryMin < closeMin
  return {
    openMin,
    closeMin,
    startMin,
    endMin,
    lastEntryMin: limited ? lastEntryMin : null,
    from: share(startMin),
    width: share(endMin) - share(startMin),
    lastEntry: limited ? share(lastEntryMin) : null,
  }
}
