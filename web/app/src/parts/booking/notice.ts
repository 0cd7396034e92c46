import type { Schema } from '@frontdesk/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'

export type Notice = Schema<'Notice'>

/** What the customer might be told of an appointment as it stands now. */
export const noticeQuery = ({ id, version }: { id: string; version: number }) =>
  queryOptions({
    queryKey: key('notice', { id, version }),
    queryFn: () => api.get(`/api/appointments/${id}/notice`),
    gcTime: 0,
  })

export const tell = (conversation: string, text: string, idempotencyKey: string) =>
  api.post(`/api/conversations/${conversation}/messages`, { text, notice: true }, { idempotencyKey })
