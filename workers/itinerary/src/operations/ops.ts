import {
  serviceError,
  type CallContext,
  type OpsOverview,
  type PlanningStep,
  type SagaAction,
  type SagaReport,
  type ServiceError,
} from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { log, notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { RECONCILE } from './reconcile.ts'

type Needs = Pick<Deps, 'operations' | 'sagaOf'>
const MOST = 200

const forbidden: ServiceError = serviceError('forbidden', 'For operators only.')

/** Plannings that need a person, and what the reconciling job has found. */
export async function opsOverview({ operations }: Needs, { principal }: CallContext): Promise<Result<OpsOverview, ServiceError>> {
  if (principal.role !== 'operator') return err(forbidden)
  const [rows, job] = await Promise.all([operations.attention(MOST), operations.job(RECONCILE)])
  const attention = rows.map(({ step, since, ...row }) => ({
    ...row,
    step: step as PlanningStep | null,
    since: new Date(since).toISOString(),
  }))
  const { checked, repaired, rounds, ranAt } = job ?? { checked: 0, repaired: 0, rounds: 0, ranAt: null }
  return ok({ attention, reconcile: { checked, repaired, rounds, ranAt: ranAt === null ? null : new Date(ranAt).toISOString() } })
}

export async function opsSaga(
  { sagaOf }: Needs,
  { principal }: CallContext,
  itineraryId: string,
): Promise<Result<SagaReport, ServiceError>> {
  if (principal.role !== 'operator') return err(forbidden)
  const report = await sagaOf(itineraryId).report()
  return report === null ? err(notFound) : ok(report as SagaReport)
}

/** Carries out an operator's decision about a halted planning. Who decided, and why, is in its journal. */
export async function opsResolve(
  deps: Needs,
  ctx: CallContext,
  itineraryId: string,
  action: SagaAction,
): Promise<Result<SagaReport, ServiceError>> {
  if (ctx.principal.role !== 'operator') return err(forbidden)
  const decided = await deps.sagaOf(itineraryId).handle(commandOf(action, ctx.principal.userId))
  if (!decided.ok) return err(decided.error.code === 'not_found' ? notFound : serviceError('too_late', 'This planning is not halted.'))
  log('warn', 'ops.saga_resolved', ctx, { itineraryId, action: action.action })
  return opsSaga(deps, ctx, itineraryId)
}

function commandOf(action: SagaAction, by: string) {
  switch (action.action) {
    case 'retry':
      return { type: 'RetryCompensation' as const, by }
    case 'skip':
      return { type: 'SkipCompensation' as const, by, reason: action.reason }
    case 'fail':
      return { type: 'ForceFailure' as const, by, reason: action.reason }
    default:
      return action satisfies never
  }
}
