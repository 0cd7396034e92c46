import type { Schema } from '@frontdesk/shared/api'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { key } from '@/api/queries'
import { useLive } from '@/live/live'
import { toast } from '@/ui/toast'
import { beginBulk, bulkProgress, undoBulk } from './api'
import type { Filter } from './filters'

export type BulkRequest = Omit<Schema<'BulkRequest'>, 'ids' | 'matching'>
type Progress = Schema<'InboxJobProgress'>

interface Job {
  id: string
  undoing: boolean
  last: Progress
}

const none: ReadonlySet<string> = new Set()

/** Rows that are selected, and the job that does something to all of them. */
export function useBulk(filter: Filter) {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const [chosen, setChosen] = useState<{ filter: string; ids: ReadonlySet<string>; all: boolean }>()
  const [job, setJob] = useState<Job>()
  const told = useRef('')
  // what was selected in another list is selected no more
  const name = JSON.stringify(filter)
  const { ids, all } = chosen?.filter === name ? chosen : { ids: none, all: false }
  const select = (next: ReadonlySet<string>, every = false) => setChosen({ filter: name, ids: next, all: every })

  function heard(news: Progress) {
    if (job?.id !== news.jobId) return
    if (news.waiting > 0) {
      setJob({ ...job, last: news })
      return
    }
    // the stream and the question may both say it is done
    const end = `${job.id} ${job.undoing}`
    if (told.current === end) return
    told.current = end
    setJob(undefined)
    for (const what of ['conversations', 'conversation', 'counts']) {
      void cache.invalidateQueries({ queryKey: key(what) })
    }
    if (job.undoing) toast.done(t('bulk.undone', { count: news.undone }))
    else {
      toast.done(t('bulk.done', { count: news.done }), { undo: () => follow(undoBulk(news.jobId), true) })
      if (news.failed > 0) toast.failed(t('bulk.failed', { count: news.failed }))
    }
  }
  useLive('job.progress', heard)

  // the stream may be down: then it is asked for
  useEffect(() => {
    if (!job) return
    const timer = setInterval(() => void bulkProgress(job.id).then(heard, () => undefined), 1000)
    return () => clearInterval(timer)
  })

  async function follow(asked: Promise<Progress>, undoing: boolean) {
    try {
      const last = await asked
      setJob({ id: last.jobId, undoing, last })
    } catch (failure) {
      toast.failed(t('bulk.refused'), { description: failure instanceof ApiError ? failure.message : undefined })
    }
  }

  return {
    ids,
    all,
    count: ids.size,
    progress: job && { total: job.last.total, settled: job.last.total - job.last.waiting },
    toggle: (id: string) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      select(next)
    },
    add: (more: string[]) => select(new Set([...ids, ...more])),
    selectAll: () => select(ids, true),
    clear: () => select(none),
    run: async (request: BulkRequest) => {
      const which = all ? { matching: filter } : { ids: [...ids] }
      select(none)
      await follow(beginBulk({ ...request, ...which }), false)
    },
  }
}

export type Bulk = ReturnType<typeof useBulk>
