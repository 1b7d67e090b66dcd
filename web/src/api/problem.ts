import type { Problem } from '@yeojeong/contracts'

type FieldError = { readonly pointer: string; readonly detail: string }
/** What else some refusals say: the rules broken, what has changed since, what conflicts. */
export type Particulars = Pick<Problem, 'violations' | 'since' | 'currentVersion' | 'infeasible'>
type Rest = { readonly requestId?: string; readonly fields?: readonly FieldError[]; readonly particulars?: Particulars }

/** Any answer that is not a success, or no answer at all (`code: 'network'`). Thrown by the client, shown by the page. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly requestId: string | null
  readonly fields: readonly FieldError[]
  readonly particulars: Particulars

  constructor(code: string, status: number, { requestId, fields = [], particulars = {} }: Rest = {}) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.requestId = requestId ?? null
    this.fields = fields
    this.particulars = particulars
  }
}

export async function problemOf(response: Response): Promise<ApiError> {
  const body = ((await response.json().catch(() => null)) ?? {}) as Partial<Problem>
  const fallback = response.status === 401 ? 'unauthenticated' : response.status === 404 ? 'not_found' : 'internal'
  const { code = fallback, requestId, errors, ...particulars } = body
  return new ApiError(code, response.status, {
    ...(requestId === undefined ? {} : { requestId }),
    ...(errors === undefined ? {} : { fields: errors }),
    particulars,
  })
}

export function codeOf(error: unknown): string {
  return error instanceof ApiError ? error.code : 'internal'
}
