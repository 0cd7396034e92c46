import { ApiError } from '@/api/errors'

/** What was wrong by field, or under `form` what belongs to none. */
export function problemsOf(failure: unknown, notSaved: string): Record<string, string> {
  const known = failure instanceof ApiError ? failure.fieldErrors : []
  return known.length > 0
    ? Object.fromEntries(known.map(({ field, message }) => [field, message]))
    : { form: failure instanceof ApiError && !failure.offline ? failure.message : notSaved }
}
