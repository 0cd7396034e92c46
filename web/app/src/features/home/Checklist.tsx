import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Circle, CircleCheck, X } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { secondFactorQuery, setupQuery, useMe } from '@/api/queries'
import { putChecklistAway } from '@/api/setup'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { toast } from '@/ui/toast'

// where each line is done
const places: Record<string, string> = {
  business: 'setup/business',
  hours: 'settings/hours',
  services: 'settings/services',
  channels: 'settings/channels',
  test: 'setup/test',
  live: 'setup/go-live',
}

/** What is left to do before, and after, going live; owners are asked to protect their sign-in too. */
export function Checklist() {
  const { t } = useTranslation('home')
  const { tenant, user } = useMe()
  const { slug } = tenant
  const cache = useQueryClient()
  const setup = useQuery(setupQuery()).data
  const isOwner = user.role === 'owner'
  const factor = useQuery({ ...secondFactorQuery(), enabled: isOwner }).data
  if (!setup || setup.checklistAway) return null
  const checks = [...setup.checklist, ...(isOwner && factor ? [{ id: 'second-factor', done: factor.on }] : [])]
  const done = checks.filter((check) => check.done).length
  const all = checks.length

  // gone at once; a refusal brings it back and says so
  const dismiss = async () => {
    const { queryKey } = setupQuery()
    cache.setQueryData(queryKey, { ...setup, checklistAway: true })
    try {
      cache.setQueryData(queryKey, await putChecklistAway(true))
      toast.done(t('checklist.putAway'))
    } catch {
      cache.setQueryData(queryKey, setup)
      toast.failed(t('checklist.notPutAway'))
    }
  }
  return (
    <Card data-testid="home-checklist">
      <CardHead
        title={setup.live ? t('checklist.after') : t('checklist.before')}
        hint={t('checklist.count', { done, all })}
        action={
          <Button kind="ghost" size="icon" aria-label={t('checklist.dismiss')} onClick={() => void dismiss()}>
            <X aria-hidden />
          </Button>
        }
      />
      <div
        role="progressbar"
        aria-label={t('checklist.progress')}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={all}
        className="mx-4 mb-3 h-1.5 rounded-full bg-sunken"
      >
        <div className="h-full rounded-full bg-primary" style={{ width: `${(done / Math.max(all, 1)) * 100}%` }} />
      </div>
      <ul className="divide-y border-t">
        {checks.map((check) => (
          <li key={check.id} className="flex min-h-12 items-center gap-3 px-4">
            {check.done ? (
              <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
            ) : (
              <Circle aria-hidden className="size-4 shrink-0 text-muted" />
            )}
            <span className={check.done ? 'flex-1 text-muted line-through' : 'flex-1'}>
              {t(`checklist.${check.id}`)}
              <span className="sr-only">: {check.done ? t('checklist.done') : t('checklist.open')}</span>
            </span>
            {!check.done && (
              <Button size="sm" asChild>
                <Link
                  to={
                    (check.id === 'second-factor'
                      ? '/app/me/security'
                      : `/app/${slug}/${places[check.id] ?? 'setup/business'}`) as string
                  }
                >
                  {t(`checklist.do.${check.id}`)}
                </Link>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
