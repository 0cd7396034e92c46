import { useQueries, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '@/api/client'
import { key, useCan, useMe } from '@/api/queries'
import type { Appointment, Contact, Page } from '@/api/types'
import type { Schema } from '@frontdesk/shared/api'
import { useFormat } from '@/i18n/useFormat'
import { ranked } from './match'
import type { Recent } from './recent'

type Conversation = Schema<'Conversation'>

/** Somebody or something that was found, and what else tells it apart. */
export interface Found extends Recent {
  hint: string
}

const patience = 150
const most = 6

/**
 * People, conversations and bookings: those known already at once, the server's as they come, behind them, so that what
 * is chosen stays where it is.
 */
export function useFound(query: string): { found: Found[]; busy: boolean } {
  const cache = useQueryClient()
  const asked = useQuiet(query.trim())
  const toFound = useToFound()
  const [seesContacts, seesInbox, seesCalendar] = [useCan('contacts.see'), useCan('inbox.see'), useCan('calendar.see')]
  const enough = asked.length > 1
  const answers = useQueries({
    queries: [
      {
        queryKey: key('palette', 'contacts', asked),
        queryFn: async ({ signal }) => (await api.get('/api/contacts', { q: asked, limit: most }, signal)).items,
        enabled: enough && seesContacts,
        staleTime: 30_000,
      },
      {
        queryKey: key('palette', 'conversations', asked),
        queryFn: async ({ signal }) =>
          (await api.get('/api/conversations', { view: 'all', q: asked, limit: most }, signal)).items,
        enabled: enough && seesInbox,
        staleTime: 30_000,
      },
      {
        queryKey: key('palette', 'appointments', asked),
        queryFn: async ({ signal }) => (await api.get('/api/appointments', { q: asked, limit: most }, signal)).items,
        enabled: enough && seesCalendar,
        staleTime: 30_000,
      },
    ],
  })
  if (query.trim() === '') return { found: [], busy: false }
  const known = ranked(knownIn(cache, toFound), query, ({ label, hint }) => `${label} ${hint}`).slice(0, most * 2)
  const [people, conversations, appointments] = answers
  const later = [
    ...(people.data ?? []).map(toFound.contact),
    ...(conversations.data ?? []).map(toFound.conversation),
    ...(appointments.data ?? []).map(toFound.appointment),
  ]
  const all = new Map([...known, ...later].map((each) => [each.to, each]))
  return { found: [...all.values()], busy: answers.some(({ isFetching }) => isFetching) }
}

/** The words, once they have been left alone for a moment. */
function useQuiet(value: string): string {
  const [quiet, setQuiet] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), patience)
    return () => clearTimeout(timer)
  }, [value])
  return quiet
}

function useToFound() {
  const format = useFormat()
  const { slug } = useMe().tenant
  return {
    contact: ({ id, name, phone, email }: Contact): Found => ({
      kind: 'contact',
      id,
      label: name,
      hint: phone ? format.phone(phone) : (email ?? ''),
      to: `/app/${slug}/contacts/${id}`,
    }),
    conversation: ({ id, contact, lastMessage }: Conversation): Found => ({
      kind: 'conversation',
      id,
      label: contact.name,
      hint: lastMessage?.text ?? '',
      to: `/app/${slug}/inbox/all/${id}`,
    }),
    appointment: ({ id, contact, serviceName, start }: Appointment): Found => ({
      kind: 'appointment',
      id,
      label: contact.name,
      hint: `${serviceName} · ${format.dateTime(start)}`,
      to: `/app/${slug}/calendar?date=${format.localDate(start)}&booking=${id}`,
    }),
  }
}

/** What the screens have asked for already. */
function knownIn(cache: QueryClient, toFound: ReturnType<typeof useToFound>): Found[] {
  const lists = <T>(...name: unknown[]) => cache.getQueriesData<T>({ queryKey: key(...name) }).map(([, data]) => data)
  const pages = <T>(...name: unknown[]) =>
    lists<InfiniteData<Page<T>>>(...name).flatMap((data) => data?.pages.flatMap(({ items }) => items) ?? [])
  const contacts = pages<Contact>('contacts')
  const conversations = pages<Conversation>('conversations')
  const appointments = lists<Appointment[]>('appointments').flatMap((items) => items ?? [])
  const all = [
    ...contacts.map(toFound.contact),
    ...conversations.map(toFound.conversation),
    ...appointments.map(toFound.appointment),
  ]
  return [...new Map(all.map((each) => [each.to, each])).values()]
}
