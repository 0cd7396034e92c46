import type { Schema } from '@frontdesk/shared/api'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { ApiError } from '@/api/errors'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** what the server gave to bring back together with a code */
    challenge?: string
    /** a session was over, and the sign-in asks again */
    ended?: boolean
  }
}

/**
 * Runs a step of the sign-in and goes where it leads: to the page that was asked for, the business, or the second
 * step. What is refused for another reason is thrown.
 */
export function useEnter(): (step: () => Promise<Schema<'SignInsAnswer'>>, next?: string) => Promise<void> {
  const router = useRouter()
  const cache = useQueryClient()
  return async (step, next) => {
    try {
      const { tenant } = await step()
      cache.clear()
      if (next) await router.navigate({ href: next })
      else if (tenant) await router.navigate({ to: '/app/$biz/home', params: { biz: tenant.slug } })
      else await router.navigate({ to: '/app' })
    } catch (failure) {
      if (!(failure instanceof ApiError && failure.code === 'second-factor')) throw failure
      await router.navigate({
        to: '/login/mfa',
        search: next ? { next } : {},
        state: { challenge: String(failure.body.challenge) },
      })
    }
  }
}
