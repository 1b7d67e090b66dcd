import type { Plan } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { delay, draftOf, removeStop, replacePlace, stopAt, stopOn, type Draft } from './fixture/draft.ts'
import { familyTrip } from './fixture/trips.ts'
import { checkChange } from './index.ts'

const LOCKED = 'stp_1_1'

function rulesAfter(edit: (draft: Draft) => unknown): readonly string[] {
  const [before, draft] = [draftOf(familyTrip()), draftOf(familyTrip())]
  stopAt(before, 'museum').locked = true
  stopAt(draft, 'museum').locked = true
  edit(draft)
  const found = checkChange(before.plan as Plan, draft.plan as Plan, [LOCKED], { untouchedDays: [0] })
  return found.map((violation) => violation.rule)
}

describe('after an edit', () => {
  it('a plan left as it was raises nothing', () => {
    expect(rulesAfter(() => null)).toEqual([])
  })

  it('another way to a locked stop, and another stop elsewhere, raise nothing', () => {
    const rules = rulesAfter((draft) => {
      stopAt(draft, 'museum').leg = null
      stopAt(draft, 'museum').arriveMin -= 10
      removeStop(draft, 'park')
    })
    expect(rules).toEqual([])
  })

  it.each<[string, (draft: Draft) => unknown]>([
    ['moved in time', (draft) => delay(stopAt(draft, 'museum'), 1)],
    ['gone', (draft) => removeStop(draft, 'museum')],
    ['of another note', (draft) => void (stopAt(draft, 'museum').note = 'bring water')],
    ['no longer locked', (draft) => void (stopAt(draft, 'museum').locked = false)],
    [
      'on another day',
      (draft) => {
        const stop = stopAt(draft, 'museum')
        removeStop(draft, 'museum')
        draft.plan.days[2]?.stops.push(stop)
      },
    ],
  ])('a locked stop is caught when it is %s', (_how, edit) => {
    expect(rulesAfter(edit)).toContain('locked-changed')
  })

  it('a day the edit had no business with is caught when it changes', () => {
    expect(rulesAfter((draft) => void (stopOn(draft, 0, 2).reasons = []))).toEqual(['untouched-changed'])
  })

  it('an id that comes to mean another place is caught', () => {
    expect(rulesAfter((draft) => replacePlace(draft, 'park', 'old-house'))).toEqual(['id-reused'])
  })
})
