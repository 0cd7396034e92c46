import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { key, useMe } from '@/api/queries'
import { useLive } from '@/live/live'

/** When what I may do changes, menus and the open screen follow at once; of colleagues only the lists. */
export function useRights(): void {
  const cache = useQueryClient()
  const router = useRouter()
  const { user } = useMe()
  useLive('permissions.changed', ({ memberId }) => {
    if (memberId !== user.id) return void cache.invalidateQueries({ queryKey: key('members') })
    void cache
      .refetchQueries({ queryKey: key('me') })
      .then(() => Promise.all([cache.invalidateQueries({ queryKey: key() }), router.invalidate()]))
  })
}
