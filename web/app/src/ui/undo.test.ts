import { beforeEach, expect, test, vi } from 'vitest'
import { forgetUndo, remember, undoLast } from './undo'

beforeEach(forgetUndo)

test('the newest is taken back first, each once', () => {
  const [first, second] = [vi.fn(), vi.fn()]
  remember(first)
  remember(second)
  undoLast()
  expect(second).toHaveBeenCalledOnce()
  undoLast()
  undoLast()
  expect(first).toHaveBeenCalledOnce()
  expect(second).toHaveBeenCalledOnce()
})

test('what its toast took back is not taken back again', () => {
  const run = vi.fn()
  const { undo } = remember(run)
  undo()
  expect(undoLast()).toBeUndefined()
  undo()
  expect(run).toHaveBeenCalledOnce()
})

test('what is long ago stays', () => {
  const run = vi.fn()
  remember(run, 0)
  expect(undoLast(61_000)).toBeUndefined()
  expect(run).not.toHaveBeenCalled()
})
