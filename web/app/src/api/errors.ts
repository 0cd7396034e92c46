export interface FieldProblem {
  field: string
  message: string
}

/** An answer that was not the one hoped for: a problem document of the server, or no answer at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    /** the last part of the problem's type, as `slot-taken`; `offline` when nothing came back */
    readonly code: string,
    message: string,
    readonly fieldErrors: FieldProblem[] = [],
    readonly correlationId?: string,
    /** the problem document with what it carries beyond the standard, as `alternatives` */
    readonly body: Record<string, unknown> = {},
  ) {
    super(message)
    this.name = 'ApiError'
  }

  get offline(): boolean {
    return this.code === 'offline'
  }
}

export async function toApiError(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  return new ApiError(
    response.status,
    text(body.type)?.split('/').at(-1) ?? `status-${response.status}`,
    text(body.detail) ?? text(body.title) ?? response.statusText,
    Array.isArray(body.errors) ? (body.errors as FieldProblem[]) : [],
    text(body.correlationId) ?? response.headers.get('X-Correlation-Id') ?? undefined,
    body,
  )
}
