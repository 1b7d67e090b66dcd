import type { TripBasis, TripBrief } from '@yeojeong/domain'
import { digest } from '@yeojeong/worker-kit'

/** Which trip a plan is made for: two briefs that differ in nothing a plan depends on have one digest. */
export async function basisOf(brief: TripBrief, version: number): Promise<TripBasis> {
  return { version, digest: await digest(JSON.stringify(brief)) }
}
