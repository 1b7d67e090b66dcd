import type { CallContext, CommandAnswer, EditItinerary, ServiceError } from '@yeojeong/contracts'
import {
  contentOf,
  decideEdit,
  decideItinerary,
  err,
  isOutOfDate,
  ok,
  recordOutcome,
  type Content,
  type ItineraryEvent,
  type ReadyItinerary,
  type Result,
  type Undertaking,
} from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import { sendHint } from '../commands/change-itinerary.ts'
import type { Deps } from '../deps.ts'
import { mayEdit } from '../sharing/access.ts'
import type { ItineraryRow } from '../store/itinerary-rows.ts'
import { LEASE_MS } from '../store/outbox.ts'
import { answerOf, conflicted, editOf, failureFor, refused, rulesBroken } from './answer.ts'
import { carryOut, needsWorkshop } from './carry-out.ts'
import { judge, type Judgement } from './judge.ts'
import { warmSearch } from './search.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

export type EditDeps = Pick<Deps, 'rows' | 'streams' | 'hints' | 'profile' | 'location' | 'shares' | 'now'>
type Answer = Result<CommandAnswer, ServiceError>

const ROUNDS = 3

/** A traveller's change of an itinerary. Whoever loses a race decides anew on what the winner left. */
export async function editItinerary(deps: EditDeps, ctx: CallContext, command: EditItinerary): Promise<Answer> {
  const { itineraryId, key } = command
  const cause = `edit:${ctx.principal.userId}:${key}`
  for (let round = 0; round < ROUNDS; round++) {
    const [row, { state, earlier }] = await Promise.all([deps.rows.find(itineraryId), deps.streams.load(itineraryId, cause)])
    if (row === null || !(await mayEdit(deps, ctx, row))) return err(notFound)
    if (state.status !== 'ready') return err(refused({ code: 'not_editable' }, state.version))
    if (earlier !== null)
      return ok(
        answerOf({
          row,
          for: ctx.principal.userId,
          before: state,
          after: state,
          version: earlier,
          changed: true,
          judgement: null,
          workshop: null,
        }),
      )
    const decided = decideEdit(editOf(command.command), state, { actor: ctx.principal.userId, baseVersion: command.baseVersion })
    if (!decided.ok) return err(refused(decided.error, state.version))
    const outcome = await undertake(deps, ctx, row, state, decided.value)
    if (!outcome.ok) return err(failureFor(outcome.error, ctx.principal.userId === row.ownerId))
    const answer = await commit(deps, ctx, { command, row, state, undertaking: decided.value, cause, ...outcome.value })
    if (answer !== 'conflict') return answer
  }
  return err(conflicted())
}

type Outcome = { readonly content: Content; readonly judgement: Judgement | null; readonly workshop: Workshop | null }

async function undertake(
  deps: EditDeps,
  ctx: CallContext,
  row: ItineraryRow,
  state: ReadyItinerary,
  { from, edits }: Undertaking,
): Promise<Result<Outcome, ServiceError>> {
  const base = from === null ? state : await deps.streams.at(row.id, from)
  if (base.status !== 'ready') return err(refused({ code: 'version_unknown' }, state.version))
  const opened = from !== null || edits.some(needsWorkshop) ? await openWorkshop(deps, ctx, row, state, edits) : null
  if (opened !== null && !opened.ok) return opened
  const workshop = opened === null ? null : opened.value
  let content = contentOf(base)
  for (const edit of edits) {
    const done = await carryOut(content, edit, workshop, warmSearch)
    if (!done.ok) return done
    content = done.value
  }
  if (workshop === null) return ok({ content, judgement: null, workshop })
  const judgement = judge(contentOf(state), content, workshop)
  return ok({ content: judgement.content, judgement, workshop })
}

type Commit = Outcome & {
  readonly command: EditItinerary
  readonly row: ItineraryRow
  readonly state: ReadyItinerary
  readonly undertaking: Undertaking
  readonly cause: string
}

async function commit(deps: EditDeps, ctx: CallContext, about: Commit): Promise<Answer | 'conflict'> {
  const { command, row, state, undertaking, judgement, workshop, cause } = about
  // What has once been right for the trip may be gone back to; it says itself what is wrong with it now.
  const isNew = undertaking.record.as === 'edit' && undertaking.record.edit.type !== 'RestoreVersion'
  const broken = judgement?.caused.filter(({ severity }) => severity === 'error') ?? []
  if (isNew && broken.length > 0 && !command.force && !command.dryRun) return err(rulesBroken(broken, ctx.principal.userId === row.ownerId))
  const events = [...tripNews(state, workshop), ...recordOutcome(undertaking, state, about.content)]
  const preview = { ...state, ...about.content }
  const nothing = { row, for: ctx.principal.userId, before: state, judgement, workshop, version: state.version, changed: false }
  if (command.dryRun) return ok(answerOf({ ...nothing, after: preview }))
  if (events.length === 0) return ok(answerOf({ ...nothing, after: state }))
  const at = deps.now()
  const appended = await deps.streams.append({
    itineraryId: row.id,
    before: state,
    events,
    at,
    actor: ctx.principal.userId,
    cause,
    leaseUntil: at + LEASE_MS,
  })
  if (appended === 'conflict') return 'conflict'
  const fresh = await withWords(deps, row, workshop)
  await sendHint(deps.hints, row.id, appended.version)
  const after = appended.state as ReadyItinerary
  return ok(answerOf({ ...nothing, row: fresh, after, version: appended.version, changed: true }))
}

/** Whoever edits has the trip at hand: that it has changed is noted though nobody told us. */
function tripNews(state: ReadyItinerary, workshop: Workshop | null): readonly ItineraryEvent[] {
  if (workshop === null) return []
  const noted = decideItinerary({ type: 'NoteTripChange', basis: workshop.basis }, state)
  const known = isOutOfDate(state) && state.newestTrip?.version === workshop.basis.version
  return noted.ok && !known ? noted.value : []
}

async function withWords({ rows, now }: EditDeps, row: ItineraryRow, workshop: Workshop | null): Promise<ItineraryRow> {
  if (workshop === null || JSON.stringify(workshop.words) === JSON.stringify(row.words)) return row
  await rows.setWords(row.id, workshop.words, now())
  return { ...row, words: workshop.words }
}
