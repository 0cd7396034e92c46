import { timeNow } from '@/api/clock'
import { useQuery } from '@tanstack/react-query'
import { useCan, useMe } from '@/api/queries'
import { fill, savedRepliesQuery, type Values } from '@/api/savedReplies'
import { useFormat } from '@/i18n/useFormat'
import { contactAppointmentsQuery } from '@/parts/booking/api'
import { membersQuery } from './api'
import type { Conversation } from './types'
import { useContactName } from '@/parts/useContactName'

export interface Choice {
  id: string
  title: string
  detail?: string
  insert: string
}

/**
 * What can be picked while writing: saved replies filled for this customer, and in notes colleagues. Made when it is asked
 * for, and not with every letter.
 */
export function useChoices(conversation: Conversation, note: boolean): (sign: '/' | '@') => Choice[] {
  const { user } = useMe()
  const values = useValues(conversation)
  const { data: replies = [] } = useQuery({ ...savedRepliesQuery(), enabled: useCan('inbox.reply') })
  const { data: members = [] } = useQuery({ ...membersQuery(), enabled: note })
  const ready = () => {
    const filled = values()
    return replies.map(({ id, title, text }) => {
      const insert = fill(text, filled)
      return { id, title, detail: insert, insert }
    })
  }
  const colleagues = () =>
    members
      .filter(({ id }) => id !== user.id)
      .map(({ id, name, email }) => ({ id, title: name, detail: email, insert: `@${name} ` }))
  return (sign) => (sign === '/' ? ready() : note ? colleagues() : [])
}

function useValues(conversation: Conversation): () => Values {
  const { user, tenant } = useMe()
  const { shortDay, time } = useFormat()
  const name = useContactName()(conversation.contact)
  const maySee = useCan('calendar.see')
  const { data = [] } = useQuery({ ...contactAppointmentsQuery(conversation.contact.id), enabled: maySee })
  const named = conversation.contact.name !== '' && !name.startsWith('+')
  return () => {
    const next = data
      .filter(({ end, status }) => Date.parse(end) > timeNow() && !['cancelled', 'no-show', 'done'].includes(status))
      .sort((a, b) => a.start.localeCompare(b.start))[0]
    return {
      name: named ? name : undefined,
      first_name: named ? name.split(' ')[0] : undefined,
      business: tenant.name,
      me: user.name,
      appointment: next && `${shortDay(next.start)} ${time(next.start)}`,
    }
  }
}
