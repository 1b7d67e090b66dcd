import type { Problem } from '@yeojeong/contracts'

type FieldError = { readonly pointer: string; readonly detail: string }

/** Any answer that is not a success, or no answer at all (`code: 'network'`). Thrown by the client, shown by the page. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly requestId: string | null
  readonly fields: readonly FieldError[]

  constructor(code: string, status: number, requestId: string | null = null, fields: readonly FieldError[] = []) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.requestId = requestId
    this.fields = fields
  }
}

export async function problemOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null
  const fallback = response.status === 401 ? 'unauthenticated' : response.status === 404 ? 'not_found' : 'internal'
  return new ApiError(body?.code ?? fallback, response.status, body?.requestId ?? null, body?.errors ?? [])
}

export function codeOf(error: unknown): string {
  return error instanceof ApiError ? error.code : 'internal'
}
