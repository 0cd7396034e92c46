import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from '@/i18n/useTranslation'
import { timeNow } from '@/api/clock'
import { key, useMe } from '@/api/queries'
import { useLive } from '@/live/live'
import { toast } from '@/ui/toast'
import { chimeOnce } from './chimeOnce'
import { comesUp, isQuiet, quietHours, sounds } from './noticeChoice'

/** Says what I am told, unless that conversation is on screen already; the bell keeps it. */
export function useNotices(): void {
  const { t } = useTranslation('shell')
  const { tenant, user } = useMe()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const ring = () => void cache.invalidateQueries({ queryKey: key('notifications') })
  // opening a conversation settles what was told of it, in every tab
  useLive('counts.changed', ring)
  useLive('notification', ({ type, conversationId, name, memberIds }) => {
    if (!memberIds.includes(user.id)) return
    ring()
    if (!comesUp(type) || isQuiet(quietHours(), new Date(timeNow()))) return
    if (conversationId && location.pathname.endsWith(`/${conversationId}`)) return
    if (sounds()) chimeOnce()
    const mine = type === 'handoff' && memberIds.length === 1
    toast.notice(t(`notice.${mine ? 'yours' : type}`, { name: name || t('notice.visitor') }), {
      label: t('notice.open'),
      run: () =>
        void navigate({
          to: `/app/${tenant.slug}/${conversationId ? `inbox/all/${conversationId}` : 'settings/channels'}` as string,
        }),
    })
  })
}
