import { expect, test } from 'vitest'
import { eventReader, type ServerEvent } from './sse'

function read(...pieces: string[]) {
  const events: ServerEvent[] = []
  const feed = eventReader((event) => events.push(event))
  pieces.forEach(feed)
  return events
}

test('reads events whatever pieces they come in', () => {
  const text = 'id: 7\nevent: stage\ndata: {"stage":"reading"}\n\n: still here\n\ndata: a\r\ndata: b\r\n\r\n'
  const expected = [
    { id: '7', event: 'stage', data: '{"stage":"reading"}' },
    { id: '7', event: 'message', data: 'a\nb' },
  ]
  expect(read(text)).toEqual(expected)
  expect(read(...text)).toEqual(expected)
})

test('says nothing about an event that has not ended', () => {
  expect(read('data: half')).toEqual([])
})
