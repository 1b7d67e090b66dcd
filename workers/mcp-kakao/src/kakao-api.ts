import { err, ok, type Result } from '@yeojeong/domain'
import { fetchJson, type UpstreamProblem } from '@yeojeong/worker-kit'

/** What this Worker works with; wrangler knows the addresses, an operator sets the key. */
export type KakaoEnv = { readonly KAKAO_LOCAL_URL: string; readonly KAKAO_MOBILITY_URL: string; readonly KAKAO_REST_API_KEY?: string }

const TIMEOUT_MS = 1_800

/** One GET of Kakao Local or Mobility; both take the same key (developers.kakao.com, REST API). */
export async function kakaoGet(
  env: KakaoEnv,
  base: string,
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): Promise<Result<unknown, UpstreamProblem>> {
  const key = env.KAKAO_REST_API_KEY
  if (key === undefined || key === '') return err({ status: 0, detail: 'KAKAO_REST_API_KEY is not configured' })
  const url = new URL(path, base)
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value))
  const answer = await fetchJson(url, { headers: { authorization: `KakaoAK ${key}`, accept: 'application/json' } }, TIMEOUT_MS)
  return answer.ok ? ok(answer.value) : err(worded(answer.error))
}

/** Kakao tells a used-up quota as HTTP 400 with code -10, and maintenance as 400 with -7: said in words that can't be taken for a mistake of ours. */
function worded(problem: UpstreamProblem): UpstreamProblem {
  if (problem.status === 400 && /"code"\s*:\s*-10\b/.test(problem.detail))
    return { ...problem, detail: `quota used up (${problem.detail})` }
  if (problem.status === 400 && /"code"\s*:\s*-(?:7|1)\b/.test(problem.detail))
    return { ...problem, detail: 'HTTP 503: maintenance, or try again later' }
  return problem
}
