import { serviceError, type ServiceError } from '@yeojeong/contracts'
import { editWords, err, ok, type Content, type Edit, type Pins, type Plan, type Result } from '@yeojeong/domain'
import { editPlan, type PlanEdit } from '@yeojeong/planner'
import { frameOf } from '../planning/frame.ts'
import { placesIn } from '../steps/commit.ts'
import { replan, type Search } from './replan.ts'
import { inputOf, type Workshop } from './workshop.ts'

/** Whether an edit needs the planner, and so the trip and its places. */
export function needsWorkshop(edit: Edit): boolean {
  return !['LockStop', 'UnlockStop', 'SetNote', 'Rename', 'Archive', 'Unarchive'].includes(edit.type)
}

/** The content after an edit that was admitted. `workshop` null: none is needed. */
export async function carryOut(
  content: Content,
  edit: Edit,
  workshop: Workshop | null,
  search: Search,
): Promise<Result<Content, ServiceError>> {
  const words = editWords(content, edit)
  if (words !== null) return ok(words)
  if (workshop === null) throw new Error(`${edit.type} without a workshop`)
  if (edit.type === 'Replan') return replan(content, edit.day, workshop, search)
  if (edit.type === 'Improve') return replan(content, null, workshop, search)
  if (!sameDays(content, workshop)) {
    return err(serviceError('trip_changed', 'The trip has other dates than this plan: have it planned anew first.'))
  }
  const { change, pins } = planEditOf(edit, content.pins)
  if (change === null) return ok(content)
  const edited = editPlan(inputOf(workshop, content.seed), content.plan, change, pins)
  if (!edited.ok) return err(impossible(edited.error.code))
  return ok(withPlan({ ...content, pins: pinsOf(edited.value, pins) }, edited.value, workshop))
}

function withPlan(content: Content, plan: Plan, { places }: Workshop): Content {
  return { ...content, plan, places: placesIn(plan, places) }
}

export function sameDays({ frame }: Content, { brief }: Workshop): boolean {
  const now = frameOf(brief)
  const sameRegion = now.destination.regionId === frame.destination.regionId
  return sameRegion && now.startDate === frame.startDate && now.endDate === frame.endDate
}

function planEditOf(edit: Edit, pins: Pins): { readonly change: PlanEdit | null; readonly pins: Pins } {
  switch (edit.type) {
    case 'MoveStop': {
      // A start that was set belongs to where the stop was.
      const { type: _type, ...where } = edit
      return { change: { type: 'move', ...where }, pins: pinned(pins, edit.stopId, { startMin: null }) }
    }
    case 'AddPlace': {
      const { type: _type, ...what } = edit
      return { change: { type: 'add', ...what }, pins }
    }
    case 'RemoveStop':
      return { change: { type: 'remove', stopId: edit.stopId }, pins }
    case 'SwapStop':
      return { change: { type: 'swap', stopId: edit.stopId, placeId: edit.placeId }, pins }
    case 'SetDuration':
      return { change: { type: 'retime', stopId: edit.stopId }, pins: pinned(pins, edit.stopId, { stayMin: edit.durationMin }) }
    case 'SetStart':
      return { change: { type: 'retime', stopId: edit.stopId }, pins: pinned(pins, edit.stopId, { startMin: edit.startMin }) }
    case 'SetTimes': {
      const { stopId, startMin, durationMin } = edit
      const wish = { ...(startMin === undefined ? {} : { startMin }), ...(durationMin === undefined ? {} : { stayMin: durationMin }) }
      return { change: { type: 'retime', stopId }, pins: pinned(pins, stopId, wish) }
    }
    default:
      return { change: null, pins }
  }
}

function pinned(pins: Pins, stopId: string, wish: Partial<Pins[string]>): Pins {
  const pin = { startMin: null, stayMin: null, ...pins[stopId], ...wish }
  const { [stopId]: _old, ...others } = pins
  return pin.startMin === null && pin.stayMin === null ? others : { ...others, [stopId]: pin }
}

/** Pins of stops that are still there. */
function pinsOf(plan: Plan, pins: Pins): Pins {
  const there = new Set(plan.days.flatMap(({ stops }) => stops.map(({ id }) => id)))
  return Object.fromEntries(Object.entries(pins).filter(([id]) => there.has(id)))
}

const IMPOSSIBLE = {
  place_already_there: ['/command/placeId', 'This place is in the itinerary already.'],
  place_unknown: ['/command/placeId', 'Nobody here knows this place.'],
  stop_unknown: ['/command/after', 'There is no such stop on that day.'],
  day_unknown: ['/command/day', 'The itinerary has no such day.'],
  stop_fixed: ['/command/stopId', 'A booking stays where and when it is.'],
  does_not_fit: ['/command', 'What is locked, booked or set to a time on that day leaves no room for this.'],
} as const

function impossible(code: keyof typeof IMPOSSIBLE): ServiceError {
  const [pointer, detail] = IMPOSSIBLE[code]
  return serviceError('edit_impossible', detail, { errors: [{ pointer, detail }] })
}
