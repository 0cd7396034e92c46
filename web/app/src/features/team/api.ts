import { queryOptions } from '@tanstack/react-query'
import type { Schema } from '@frontdesk/shared/api'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import type { Role } from '@/api/viewAs'

export type Member = Schema<'TeamMember'>
export type Former = Schema<'MembersItem'>
export type Invitation = Schema<'InvitationItem'>

export const teamQuery = () =>
  queryOptions({
    queryKey: key('members', 'team'),
    queryFn: async () => (await api.get('/api/members/team')).items,
    // when each was seen is told by no event
    refetchInterval: 60_000,
  })
export const formerQuery = () =>
  queryOptions({
    queryKey: key('members', 'former'),
    queryFn: async () => (await api.get('/api/members/former')).items,
  })
export const invitationsQuery = () =>
  queryOptions({ queryKey: key('invitations'), queryFn: async () => (await api.get('/api/invitations')).items })

export const invite = (email: string, role: Role) => api.post('/api/invitations', { email, role })
export const resend = (id: string) => api.post(`/api/invitations/${id}/resend`)
export const makeLink = async (id: string) => (await api.post(`/api/invitations/${id}/link`)).url
export const revoke = (id: string) => api.delete(`/api/invitations/${id}`)
export const changeRole = (id: string, role: Role) => api.put(`/api/members/${id}/role`, { role })
export const limitToCalendar = (id: string, providerId: string | null) =>
  api.put(`/api/members/${id}/own-calendar`, { providerId })
export const limitToOwn = (id: string, only: boolean) => api.put(`/api/members/${id}/own-conversations`, { only })
export const deactivate = (id: string, handTo?: string) =>
  api.post(`/api/members/${id}/deactivate`, handTo ? { handTo } : {})
export const reactivate = (id: string) => api.post(`/api/members/${id}/reactivate`)
