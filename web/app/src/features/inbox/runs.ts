import type { Events } from '@frontdesk/shared/api'
import { useSyncExternalStore } from 'react'

/** What the assistant is doing in a conversation just now. Lives as long as the page: it is never stored. */
export interface Working {
  runId: string
  stage: string
  /** how many sources or times were found */
  found?: number
  tool?: string
  text: string
  /** by this browser's clock */
  startedAt: number
  stopping: boolean
}

export type Ended = 'done' | 'cancelled' | 'failed'

export interface RunState {
  working?: Working
  /** how the last one ended, for those who listen */
  ended?: Ended
}

export function progressed(state: RunState, news: Events['ai.progress'], now: number): RunState {
  const known = state.working?.runId === news.runId ? state.working : undefined
  const base = known ?? { runId: news.runId, text: '', startedAt: now - news.ms, stopping: false, stage: '' }
  return { working: { ...base, stage: news.stage, tool: news.tool, found: news.found ?? base.found } }
}

export function wrote(state: RunState, news: Pick<Events['ai.delta'], 'runId' | 'text'>, now: number): RunState {
  const known = state.working?.runId === news.runId ? state.working : undefined
  const base = known ?? { runId: news.runId, text: '', startedAt: now, stopping: false, stage: 'generating' }
  return { working: { ...base, stage: 'generating', text: base.text + news.text } }
}

/** An end of a run that is not the one shown changes nothing. */
export function ended(state: RunState, runId: string | undefined, how: Ended): RunState {
  if (state.working && runId && state.working.runId !== runId) return state
  return { ended: how }
}

const none: RunState = {}
const states = new Map<string, RunState>()
const watchers = new Set<() => void>()

export function changeRun(conversation: string, change: (state: RunState) => RunState): void {
  states.set(conversation, change(states.get(conversation) ?? none))
  watchers.forEach((watch) => watch())
}

export function runOf(conversation: string): RunState {
  return states.get(conversation) ?? none
}

export function useRun(conversation: string): RunState {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => runOf(conversation),
  )
}
