import { useEffect } from 'react'
import { useCounts } from '@/api/queries'

const plain = '/favicon.svg'
const dotted = '/app-assets/favicon-dot.svg'

/** The tab says how many conversations wait to be read, with a number and a dot. */
export function useTabSign(title: string): void {
  const { unread = 0 } = useCounts()
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${title}` : title
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    const wanted = unread > 0 ? dotted : plain
    if (icon && icon.getAttribute('href') !== wanted) icon.setAttribute('href', wanted)
  }, [title, unread])
}
