import { useEffect, useState } from 'react'
import { useCaughtUp } from '@/live/live'

/** The files of the release that this tab runs: the entry script, whose name changes with everything in it. */
function entryOf(page: Document): string | undefined {
  return page.querySelector<HTMLScriptElement>('script[type="module"][src*="/app-assets/"]')?.src
}

/** The release that the server hands out now; nothing when it cannot say. */
async function served(): Promise<string | undefined> {
  const answer = await fetch('/', { cache: 'no-store', headers: { Accept: 'text/html' } }).catch(() => undefined)
  if (!answer?.ok) return undefined
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const entry = entryOf(page)
  return entry && new URL(entry, location.href).href
}

const every = 5 * 60_000
/** A file that did not come ahead, and a part whose place is empty. */
const missingEvents = ['vite:preloadError', 'frontdesk:missing-part']

/** Whether the server has a newer release than this tab. Asked now and then, after each gap, and when a part is missing. */
export function useNewRelease(): boolean {
  const [newer, setNewer] = useState(false)
  const fresh = useCaughtUp()
  useEffect(() => {
    const mine = entryOf(document)
    // while developing there are no releases
    if (!mine || newer || !fresh) return
    let stopped = false
    const look = async () => {
      const theirs = await served()
      if (!stopped && theirs && theirs !== mine) setNewer(true)
    }
    const whenSeen = () => document.visibilityState === 'visible' && void look()
    void look()
    const timer = setInterval(() => void look(), every)
    document.addEventListener('visibilitychange', whenSeen)
    return () => {
      stopped = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', whenSeen)
    }
  }, [fresh, newer])
  useEffect(() => {
    const missing = () => setNewer(true)
    for (const event of missingEvents) addEventListener(event, missing)
    return () => missingEvents.forEach((event) => removeEventListener(event, missing))
  }, [])
  return newer
}
