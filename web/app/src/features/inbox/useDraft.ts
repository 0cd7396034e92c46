import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useMe } from '@/api/queries'
import { draftsQuery, keepDraft } from './api'
import { compareDraft, draftKept, readDraft, showsDraft, writeDraft, type DraftKind } from './drafts'
import { written, type Written } from './written'

const quiet = 600

/** The text in the box: each tab of each conversation has its own, kept here at once and on the server soon after. */
export function useDraft(
  conversation: string,
  kind: DraftKind,
): [Written, (text: string, made?: { of: string | undefined }) => void] {
  const { slug } = useMe().tenant
  const words = useMemo(() => written(readDraft(slug, conversation, kind) ?? ''), [slug, conversation, kind])
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
      words.set(theirs.text)
    }
  }, [data, slug, conversation, kind, save, words])

  const change = useCallback(
    (next: string, made?: { of: string | undefined }) => {
      writeDraft(slug, conversation, kind, next, made)
      words.set(next)
      clearTimeout(waiting.current)
      if (next) waiting.current = setTimeout(save, quiet)
      else save()
    },
    [slug, conversation, kind, save, words],
  )
  useLayoutEffect(() => showsDraft(slug, conversation, kind, change), [slug, conversation, kind, change])
  return [words, change]
}
