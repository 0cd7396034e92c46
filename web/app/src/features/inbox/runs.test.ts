import type { Events } from '@frontdesk/shared/api'
import { describe, expect, it } from 'vitest'
import { ended, progressed, wrote, type RunState } from './runs'

const at = (state: RunState, stage: Events['ai.progress']['stage'], ms: number, more = {}) =>
  progressed(state, { conversationId: 'c', runId: 'r', stage, ms, ...more }, 1000 + ms)

describe('a run', () => {
  it('goes through its stages on one clock and remembers what was found', () => {
    let state = at({}, 'reading', 0)
    state = at(state, 'found', 200, { found: 2 })
    state = at(state, 'generating', 400)
    expect(state.working).toMatchObject({ stage: 'generating', found: 2, startedAt: 1000 })
  })

  it('gathers the pieces of its text', () => {
    const state = wrote(
      wrote(at({}, 'generating', 0), { runId: 'r', text: 'Ciao ' }, 1),
      { runId: 'r', text: 'Anna' },
      2,
    )
    expect(state.working?.text).toBe('Ciao Anna')
  })

  it('begins anew when another one starts', () => {
    const state = progressed(
      wrote({}, { runId: 'r', text: 'old' }, 1),
      { conversationId: 'c', runId: 's', stage: 'reading', ms: 0 },
      5,
    )
    expect(state.working?.text).toBe('')
  })

  it('ends by its own end only', () => {
    const state = at({}, 'generating', 0)
    expect(ended(state, 'other', 'done')).toBe(state)
    expect(ended(state, 'r', 'cancelled')).toEqual({ ended: 'cancelled' })
  })
})
