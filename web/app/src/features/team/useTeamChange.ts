import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { key } from '@/api/queries'
import { toast } from '@/ui/toast'

/** Makes a change, says that it is done or why it is not, and shows the team as it is now. */
export function useTeamChange(): (change: () => Promise<unknown>, done?: string) => Promise<boolean> {
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  return async (change, done) => {
    try {
      await change()
      if (done) toast.done(done)
      return true
    } catch (failure) {
      toast.failed(failure instanceof ApiError && !failure.offline ? failure.message : ui('error.offline'))
      return false
    } finally {
      await Promise.all([
        cache.invalidateQueries({ queryKey: key('members') }),
        cache.invalidateQueries({ queryKey: key('invitations') }),
      ])
    }
  }
}
