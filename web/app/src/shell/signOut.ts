import { keepSignedIn, leaveWhile } from '@/api/SignedIn'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '@/api/client'

/** Names of customers and words that were typed: nothing for whoever sits down here next. */
const personal = /^fd-(form|recent|unsent):/

export function useSignOut(): () => Promise<void> {
  const cache = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await api.post('/api/auth/logout').catch(() => undefined)
    keepSignedIn(false)
    cache.clear()
    await leaveWhile(navigate({ to: '/login', search: {} }))
    forgetPersonal()
  }
}

function forgetPersonal() {
  try {
    for (const storage of [localStorage, sessionStorage]) {
      Object.keys(storage)
        .filter((key) => personal.test(key))
        .forEach((key) => storage.removeItem(key))
    }
  } catch {
    // storage is blocked: nothing was kept
  }
}
