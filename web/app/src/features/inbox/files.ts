import { useSyncExternalStore } from 'react'
import { ApiError } from '@/api/errors'
import { upload } from './api'
import type { Attachment, Upload } from './types'

/** What every channel carries at most; one that carries less says so itself. */
export const largest = 16 * 1024 * 1024

/** A file that was chosen for the next message of a conversation. It stays while one looks at others. */
export interface Chosen {
  name: string
  size: number
  /** of a picture, to be shown */
  preview?: string
  /** kept by the server; empty while it is on its way there or was refused */
  upload?: Upload
  /** why it was not taken, in words; `offline` when the server was not reached */
  problem?: string
  /** it will never be taken: too large, or of a kind that nobody takes */
  final?: boolean
  /** what to try again with; not known any more after a reload */
  file?: File
}

const chosen = new Map<string, Chosen>()
const running = new Map<string, AbortController>()
const listeners = new Set<() => void>()

function set(conversation: string, now: Chosen | undefined) {
  if (now) chosen.set(conversation, now)
  else chosen.delete(conversation)
  listeners.forEach((tell) => tell())
}

export function useChosen(conversation: string): Chosen | undefined {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => chosen.get(conversation),
  )
}

/** Takes the place of one that was chosen before, and goes to the server at once. */
export async function choose(conversation: string, file: File, tooLarge: string): Promise<void> {
  forget(conversation)
  const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined
  const begun: Chosen = { name: file.name, size: file.size, preview, file }
  if (file.size > largest) {
    set(conversation, { ...begun, problem: tooLarge, final: true })
    return
  }
  const control = new AbortController()
  running.set(conversation, control)
  set(conversation, begun)
  try {
    const kept = await upload(conversation, file, control.signal)
    set(conversation, { ...begun, name: kept.name, upload: kept })
  } catch (failure) {
    if (control.signal.aborted) return
    set(conversation, { ...begun, ...problemOf(failure) })
  } finally {
    if (running.get(conversation) === control) running.delete(conversation)
  }
}

function problemOf(failure: unknown): Pick<Chosen, 'problem' | 'final'> {
  if (!(failure instanceof ApiError) || failure.offline) return { problem: 'offline' }
  const wrong = failure.fieldErrors[0]?.message
  return { problem: wrong ?? failure.message, final: wrong !== undefined }
}

/** Sent, or not wanted any more. */
export function forget(conversation: string): void {
  running.get(conversation)?.abort()
  running.delete(conversation)
  const before = chosen.get(conversation)
  if (before?.preview) URL.revokeObjectURL(before.preview)
  if (before) set(conversation, undefined)
}

/** The message was refused: its file waits for the next try, unless something else was chosen meanwhile. */
export function putBack(conversation: string, file: Attachment, problem?: string): void {
  if (chosen.has(conversation)) return
  const { id, name, contentType, size } = file
  const upload = { id, name, contentType, size, kind: kindOf(contentType) }
  set(conversation, { name, size, upload: problem ? undefined : upload, problem })
}

const kindOf = (contentType: string): Upload['kind'] =>
  (['image', 'audio', 'video'] as const).find((kind) => contentType.startsWith(`${kind}/`)) ?? 'file'

/** As it is shown while its message is on its way. */
export function onItsWay({ id, name, contentType, size }: Upload): Attachment {
  return { id, name, contentType, size, state: 'kept', url: '' }
}
