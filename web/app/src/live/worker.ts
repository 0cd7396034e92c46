import { isPast, openStream, type Stream, type StreamNews } from './source'

/** One stream a business for all tabs of the browser: browsers allow few connections to one host. */
interface Shared {
  stream: Stream
  tabs: Set<MessagePort>
}

const shared = new Map<string, Shared>()

function open(business: string, from: string | undefined): Shared {
  const tabs = new Set<MessagePort>()
  const entry: Shared = {
    tabs,
    stream: openStream(business, from, (news) => {
      if (news.kind === 'refused') shared.delete(business)
      tabs.forEach((tab) => tab.postMessage(news))
    }),
  }
  shared.set(business, entry)
  return entry
}

function leave(tab: MessagePort) {
  for (const [business, entry] of shared) {
    if (entry.tabs.delete(tab) && entry.tabs.size === 0) {
      entry.stream.close()
      shared.delete(business)
    }
  }
}

self.addEventListener('connect', (event) => {
  const tab = (event as MessageEvent).ports[0]
  if (!tab) return
  tab.onmessage = ({ data }: MessageEvent<{ open?: string; from?: string; leave?: true }>) => {
    leave(tab)
    if (!data.open) return
    const entry = shared.get(data.open) ?? open(data.open, data.from)
    entry.tabs.add(tab)
    tab.postMessage({ kind: entry.stream.state } satisfies StreamNews)
    // the others were told already of something after this one began to read
    if (isPast(entry.stream.last, data.from)) {
      tab.postMessage({ kind: 'event', name: 'resync', data: '{}' } satisfies StreamNews)
    }
  }
})
