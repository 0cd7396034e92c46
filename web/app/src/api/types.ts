import type { Opening } from '@frontdesk/shared/hours'

/** Shapes that more than one feature reads. A feature's own stand in its `api.ts`. */

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Money {
  /** in minor units: 1250 is 12.50 € */
  amount: number
  currency: string
}

export type Role = 'owner' | 'manager' | 'operator' | 'order_manager' | 'accountant'
export type AiMode = 'auto' | 'suggest' | 'off'

export interface Tenant {
  id: string
  slug: string
  name: string
  timezone: string
  country: string
  currency: string
  locale: string
  plan: string
  status: string
}

export interface Me {
  user: { id: string; email: string; name: string; role: Role }
  tenant: Tenant
  permissions: string[]
  businesses: { slug: string; name: string; role: Role }[]
  platformAdmin: boolean
}

export interface Service {
  id: string
  name: string
  description?: string | null
  durationMinutes: number
  price: Money | null
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  noticeMinutes: number
  horizonDays: number
  granularityMinutes: number
  confirmation: 'automatic' | 'manual'
  online: boolean
  providerIds: string[]
  archived: boolean
  bookable: boolean
}

export interface HoursException {
  date: string
  closed: boolean
  open?: string
  close?: string
  reason?: string
}

export interface Provider {
  id: string
  name: string
  /** 1 to 8, the chart colours */
  color: number
  timezone: string
  serviceIds: string[]
  /** null: the business's hours */
  hours: Opening[] | null
  exceptions: HoursException[]
  archived: boolean
}

export type AppointmentStatus = 'requested' | 'confirmed' | 'arrived' | 'done' | 'no-show' | 'cancelled'

export interface Appointment {
  id: string
  status: AppointmentStatus
  start: string
  end: string
  serviceId: string
  providerId: string
  contact: { id: string; name: string; phone?: string; email?: string }
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  note?: string
  source: 'member' | 'assistant' | 'public' | 'api'
  conversationId?: string
  version: number
  createdAt: string
}

export type ChannelState = 'live' | 'degraded' | 'needs-you' | 'blocked' | 'off'

export interface Channel {
  id: string
  type: string
  name: string
  state: ChannelState
  stateReason?: string
  mode: AiMode
  address?: string
  lastInAt?: string
  lastOutAt?: string
  failures24h: number
  queued: number
  phoneNumberId?: string
  wabaId?: string
  hasAccessToken?: boolean
  hasAppSecret?: boolean
  allowedOrigins?: string[]
}
