import { useRef } from 'react'

/**
 * The key under which a form is sent: the same for every try with the same words, so that what did arrive is not done
 * twice, and another once the server has refused it.
 */
export function useRequestKey(): { of: (body: unknown) => string; renew: () => void } {
  const last = useRef({ body: '', key: '' })
  return {
    of: (body) => {
      const words = JSON.stringify(body)
      if (last.current.body !== words) last.current = { body: words, key: crypto.randomUUID() }
      return last.current.key
    },
    renew: () => {
      last.current = { body: '', key: '' }
    },
  }
}
