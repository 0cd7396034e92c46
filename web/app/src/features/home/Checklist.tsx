import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Circle, CircleCheck, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/queries'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { setupQuery } from '@/api/queries'

// where each line is done
const places: Record<string, string> = {
  business: 'setup/business',
  hours: 'settings/hours',
  services: 'settings/services',
  channels: 'settings/channels',
  live: 'setup/go-live',
}

function dismissedKey(slug: string) {
  return `fd-checklist-${slug}`
}

function isDismissed(slug: string): boolean {
  try {
    return localStorage.getItem(dismissedKey(slug)) === 'gone'
  } catch {
    return false
  }
}

/** What is left to do before, and after, going live. */
export function Checklist() {
  const { t } = useTranslation('home')
  const { slug } = useMe().tenant
  const setup = useQuery(setupQuery()).data
  const [gone, setGone] = useState(() => isDismissed(slug))
  if (!setup || gone) return null
  const done = setup.checklist.filter((check) => check.done).length
  const all = setup.checklist.length
  const dismiss = () => {
    try {
      localStorage.setItem(dismissedKey(slug), 'gone')
    } catch {
      // storage is blocked: it is back with the next page
    }
    setGone(true)
  }
  return (
    <Card data-testid="home-checklist">
      <CardHead
        title={setup.live ? t('checklist.after') : t('checklist.before')}
        hint={t('checklist.count', { done, all })}
        action={
          setup.live && (
            <Button kind="ghost" size="icon" aria-label={t('checklist.dismiss')} onClick={dismiss}>
              <X aria-hidden />
            </Button>
          )
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
        {setup.checklist.map((check) => (
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
                <Link to={`/app/${slug}/${places[check.id] ?? 'setup/business'}` as string}>
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
