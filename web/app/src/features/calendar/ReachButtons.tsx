import { Link } from '@tanstack/react-router'
import { MessageSquareText, Phone } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useCan, useMe } from '@/api/queries'
import { Button } from '@/ui/button'

interface Props {
  phone?: string | null
  conversation?: string | null
  size?: 'sm'
}

/** The ways to a customer: by phone, and where they have written. */
export function ReachButtons({ phone, conversation, size }: Props) {
  const { t } = useTranslation('calendar')
  const { tenant } = useMe()
  // others are given the end of a number only
  const mayCall = useCan('contacts.all')
  return (
    <div className="flex flex-wrap gap-2 empty:hidden">
      {phone && mayCall && (
        <Button size={size} asChild>
          <a href={`tel:${phone}`}>
            <Phone aria-hidden />
            {t('detail.call')}
          </a>
        </Button>
      )}
      {conversation && (
        <Button size={size} asChild>
          <Link
            to="/app/$biz/inbox/$view/$conversation"
            params={{ biz: tenant.slug, view: 'all', conversation }}
            search={{}}
          >
            <MessageSquareText aria-hidden />
            {t('detail.conversation')}
          </Link>
        </Button>
      )}
    </div>
  )
}
