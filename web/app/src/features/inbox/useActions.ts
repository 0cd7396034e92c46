import { timeNow } from '@/api/clock'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { countAgain, key, useMe } from '@/api/queries'
import type { AiMode } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { toast } from '@/ui/toast'
import { actions, markUnread } from './api'
import { findConversation, putConversation } from './cache'
import { pauseUntil } from './snooze'
import type { Conversation, Person } from './types'
import { useContactName } from '@/parts/useContactName'

/** What a member does to a conversation: shown at once, put back when the server refuses. */
export function useActions() {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const { user } = useMe()
  const { zone, dateTime } = useFormat()
  const nameOf = useContactName()

  async function change(row: Conversation, shown: Partial<Conversation>, ask: () => Promise<Conversation>) {
    putConversation(cache, { ...row, ...shown }, user.id)
    try {
      putConversation(cache, await ask(), user.id)
      return true
    } catch (failure) {
      putConversation(cache, row, user.id)
      toast.failed(t('action.failed', { name: nameOf(row.contact) }), {
        description: failure instanceof ApiError && !failure.offline ? failure.message : t('action.safe'),
      })
      return false
    } finally {
      countAgain(cache)
    }
  }

  /** Said at once, and taken back at once: the way back waits until the way there has ended. */
  async function undoable(text: string, gone: Promise<boolean>, back: () => unknown) {
    toast.done(text, { undo: async () => (await gone) && back() })
    await gone
  }

  const now = (row: Conversation) => findConversation(cache, row.id) ?? row

  const person = { handler: 'person', needsPerson: undefined, aiPausedUntil: undefined } as const
  const ai = { handler: 'ai', needsPerson: undefined, aiPausedUntil: undefined } as const

  const reopen = (row: Conversation) =>
    change(now(row), { status: 'open', snoozedUntil: undefined }, () => actions.reopen(row.id))

  return {
    reopen,
    takeOver: (row: Conversation) =>
      change(row, { ...person, assignee: { id: user.id, name: user.name } }, () => actions.takeover(row.id)),
    resume: (row: Conversation) => change(row, ai, () => actions.resume(row.id)),
    mode: (row: Conversation, mode: AiMode) =>
      change(row, mode === 'off' ? person : { ...ai, aiMode: mode }, () => actions.mode(row.id, { mode })),
    pause: (row: Conversation, choice: 'hour' | 'tomorrow' | 'always') => {
      const until = pauseUntil(choice, new Date(timeNow()), zone)?.toISOString()
      return change(row, { ...person, needsPerson: row.needsPerson, aiPausedUntil: until }, () =>
        actions.mode(row.id, { mode: 'off', until }),
      )
    },
    assign: async (row: Conversation, member: Person | undefined) => {
      const to = (person: Person | undefined) =>
        change(now(row), { assignee: person }, () => actions.assign(row.id, person?.id ?? null))
      const text = member ? t('action.assigned', { name: member.name }) : t('event.unassigned')
      await undoable(text, to(member), () => to(row.assignee))
    },
    label: async (row: Conversation, labelIds: string[]) => {
      const to = (ids: string[]) => change(now(row), { labelIds: ids }, () => actions.label(row.id, ids))
      const added = labelIds.length > row.labelIds.length
      await undoable(t(added ? 'action.labelled' : 'action.unlabelled'), to(labelIds), () => to(row.labelIds))
    },
    /** without an end: until the customer writes */
    snooze: async (row: Conversation, until: Date | undefined) => {
      const end = until?.toISOString()
      const gone = change(row, { status: 'snoozed', snoozedUntil: end }, () => actions.snooze(row.id, end))
      const text = end ? t('action.snoozed', { when: dateTime(end) }) : t('action.snoozedReply')
      await undoable(text, gone, () => reopen(row))
    },
    close: (row: Conversation) =>
      undoable(
        t('action.closed', { name: nameOf(row.contact) }),
        change(row, { status: 'closed' }, () => actions.close(row.id)),
        () => reopen(row),
      ),
    spam: (row: Conversation, spam: boolean) => {
      const to = (on: boolean) => () => actions.spam(row.id, on)
      const open = { status: 'open', snoozedUntil: undefined } as const
      if (!spam) return change(row, open, to(false))
      const back = () => {
        const { status, snoozedUntil } = row
        if (status === 'closed') return change(now(row), { status }, () => actions.close(row.id))
        if (status === 'snoozed')
          return change(now(row), { status, snoozedUntil }, () => actions.snooze(row.id, snoozedUntil))
        return change(now(row), open, to(false))
      }
      const gone = change(row, { status: 'spam', snoozedUntil: undefined }, to(true))
      return undoable(t('action.spam', { name: nameOf(row.contact) }), gone, back)
    },
    block: async (row: Conversation, blocked: boolean) => {
      const done = await change(row, { blocked }, () => actions.block(row.id, blocked))
      void cache.invalidateQueries({ queryKey: key('contact', row.contact.id) })
      if (done && blocked) {
        toast.done(t('action.blocked', { name: nameOf(row.contact) }), {
          undo: () => change(now(row), { blocked: false }, () => actions.block(row.id, false)),
        })
      }
    },
    unread: async (row: Conversation) => {
      putConversation(cache, { ...row, unread: Math.max(1, row.unread ?? 0) }, user.id)
      await markUnread(row.id).catch(() => undefined)
      countAgain(cache)
    },
  }
}

export type Actions = ReturnType<typeof useActions>
