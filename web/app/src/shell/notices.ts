import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/queries'
import { useLive } from '@/live/live'
import { toast } from '@/ui/toast'

/** Says that a customer waits for a person, unless that conversation is on screen already. */
export function useNotices(): void {
  const { t } = useTranslation('shell')
  const { tenant, user } = useMe()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  useLive('notification', ({ type, conversationId, contactName, memberId }) => {
    if (pathname.endsWith(`/${conversationId}`)) return
    const name = contactName || t('notice.visitor')
    const handoff = memberId === user.id ? 'notice.handoffYours' : 'notice.handoff'
    const text = t(type === 'handoff-waiting' ? 'notice.waiting' : handoff, { name })
    toast.notice(text, {
      label: t('notice.open'),
      run: () => void navigate({ to: `/app/${tenant.slug}/inbox/attention/${conversationId}` as string }),
    })
  })
}
