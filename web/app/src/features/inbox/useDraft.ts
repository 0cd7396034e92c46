import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useMe } from '@/api/queries'
import { draftsQuery, keepDraft } from './api'
import { compareDraft, draftKept, readDraft, writeDraft, type DraftKind } from './drafts'

const quiet = 600

/** The text in the box: each tab of each conversation has its own, kept here at once and on the server soon after. */
export function useDraft(conversation: string, kind: DraftKind): [string, (text: string) => void] {
  const { slug } = useMe().tenant
  const place = `${conversation} ${kind}`
  const stored = () => ({ place, text: readDraft(slug, conversation, kind) ?? '' })
  const [shown, setShown] = useState(stored)
  // at once, without a frame in which the words of another box stand here
  if (shown.place !== place) setShown(stored())
  // what ends late, as a request does, must not change a box that has come in its place
  const setText = useCallback(
    (text: string) => setShown((now) => (now.place === place ? { place, text } : now)),
    [place],
  )
  const saving = useRef(Promise.resolve())
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const save = useCallback(() => {
    clearTimeout(waiting.current)
    waiting.current = undefined
    // one after the other, lest an older text arrive last
    saving.current = saving.current.then(() => {
      const words = readDraft(slug, conversation, kind) ?? ''
      return keepDraft(conversation, kind, words).then(
        ({ version }) => draftKept(slug, conversation, kind, words, version),
        // no network: it stays ahead here, and goes when the conversation is next opened
        () => undefined,
      )
    })
  }, [slug, conversation, kind])

  useEffect(
    () => () => {
      if (waiting.current) save()
    },
    [save],
  )

  const { data } = useQuery(draftsQuery(conversation))
  useEffect(() => {
    if (!data) return
    const theirs = data.find((each) => each.kind === kind)
    const todo = compareDraft(slug, conversation, kind, theirs)
    if (todo === 'send') save()
    if (todo === 'take' && theirs) {
      writeDraft(slug, conversation, kind, theirs.text)
      draftKept(slug, conversation, kind, theirs.text, theirs.version)
      setText(theirs.text)
    }
  }, [data, slug, conversation, kind, save, setText])

  const change = useCallback(
    (next: string) => {
      setText(next)
      writeDraft(slug, conversation, kind, next)
      clearTimeout(waiting.current)
      if (next) waiting.current = setTimeout(save, quiet)
      else save()
    },
    [slug, conversation, kind, save, setText],
  )
  return [shown.text, change]
}
