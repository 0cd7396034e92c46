import { Link } from '@tanstack/react-router'
import { ChevronRight, Plus } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { SignedIn } from '@/api/SignedIn'
import { Avatar } from '@/ui/avatar'
import { EntryCard } from './EntryCard'

/** For who works in several businesses. With one, the router goes straight on. */
export function BusinessChooser() {
  return (
    <SignedIn>
      <Businesses />
    </SignedIn>
  )
}

function Businesses() {
  const { t } = useTranslation('entry')
  const { t: shell } = useTranslation('shell')
  const { businesses } = useMe()
  return (
    <EntryCard title={t('chooser.title')} lead={t('chooser.lead')}>
      <ul className="-mx-2 flex flex-col gap-1">
        {businesses.map((business) => (
          <li key={business.slug}>
            <Link
              to="/app/$biz/home"
              params={{ biz: business.slug }}
              className="flex min-h-14 items-center gap-3 rounded-control px-2 py-2 hover:bg-sunken"
            >
              <Avatar name={business.name} square />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-semibold">{business.name}</span>
                <span className="block text-xs text-muted">{shell(`role.${business.role}`)}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 text-muted rtl:-scale-x-100" />
            </Link>
          </li>
        ))}
        <li>
          <Link
            to="/app/me/new-business"
            className="flex min-h-11 items-center gap-2 rounded-control px-2 font-medium text-primary hover:bg-sunken"
          >
            <Plus aria-hidden className="size-4" />
            {t('chooser.add')}
          </Link>
        </li>
      </ul>
    </EntryCard>
  )
}
