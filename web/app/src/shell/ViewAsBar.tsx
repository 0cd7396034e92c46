import { Eye } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { viewAs, viewedRole } from '@/api/viewAs'
import { Button } from '@/ui/button'

/** Says whose eyes these are, and leads back to one's own. */
export function ViewAsBar() {
  const { t } = useTranslation('shell')
  const { tenant } = useMe()
  const role = viewedRole(tenant.slug)
  if (!role) return null
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-info-soft px-4 py-1.5 text-sm text-info"
    >
      <Eye aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">{t('viewAs.bar', { role: t(`role.${role}`) })}</p>
      <Button size="sm" onClick={() => viewAs(tenant.slug, undefined)}>
        {t('viewAs.stop')}
      </Button>
    </div>
  )
}
