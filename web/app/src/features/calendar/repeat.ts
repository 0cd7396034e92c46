import type { Schema } from '@frontdesk/shared/api'
import { api } from '@/api/client'
import { ApiError } from '@/api/errors'

/** One that cannot be: when, and why. */
export type NotFree = Schema<'RepeatNotFree'>

export const repeat = (id: string, request: Schema<'RepeatRequest'>) =>
  api.post(`/api/appointments/${id}/repeat`, request)

/** Which of them cannot be; undefined when it failed for something else. */
export const notFreeOf = (failure: unknown): NotFree[] | undefined =>
  failure instanceof ApiError && failure.code === 'not-all-free' ? (failure.body.notFree as NotFree[]) : undefined
