import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/queries'
import { useLive } from '@/live/live'
import { toast } from '@/ui/toast'

interface Notice {
  type: string
  conversationId: string
  contactName?: string
  memberId?: string
}

/** Says that a customer waits for a person, unless that conversation is on screen already. */
export function useNotices(): void {
  const { t } = useTranslation('shell')
  const { tenant, user } = useMe()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  useLive<Notice>('notification', ({ type, conversationId, contactName, memberId }) => {
    if (pathname.endsWith(`/${conversationId}`)) return
    const name = contactName || t('notice.visitor')
    const text =
      type === 'handoff-waiting'
        ? t('notice.waiting', { name })
        : type === 'handoff'
          ? t(memberId === user.id ? 'notice.handoffYours' : 'notice.handoff', { name })
          : undefined
    if (!text) return
    toast.notice(text, {
      label: t('notice.open'),
      run: () => void navigate({ to: `/app/${tenant.slug}/inbox/attention/${conversationId}` as string }),
    })
  })
}
