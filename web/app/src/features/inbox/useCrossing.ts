import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useMe } from '@/api/queries'
import { messagesQuery } from './api'
import { messagesOf } from './cache'
import { isLocal } from './messages'

/**
 * Whether a colleague has answered since something was begun to be written.
 *
 * `seenSeq` is of the newest message at that time: sent along, so that the server refuses the second of two answers.
 */
export function useCrossing(conversation: string, writing: boolean) {
  const me = useMe().user.id
  const { data } = useInfiniteQuery(messagesQuery(conversation))
  const messages = useMemo(() => messagesOf(data).filter((message) => !isLocal(message)), [data])
  const newest = messages.at(-1)?.seq
  const [begun, setBegun] = useState<{ conversation: string; seq: number }>()
  const since = begun?.conversation === conversation ? begun.seq : undefined
  if (writing && since === undefined && newest !== undefined) setBegun({ conversation, seq: newest })
  if (!writing && begun) setBegun(undefined)
  const answer =
    since === undefined
      ? undefined
      : messages.findLast(
          ({ seq, author, kind, member }) =>
            seq > since && author === 'member' && kind !== 'note' && member && member.id !== me,
        )
  return {
    seenSeq: since,
    answer,
    /** what has come meanwhile was looked at */
    reviewed: () => newest !== undefined && setBegun({ conversation, seq: newest }),
  }
}
