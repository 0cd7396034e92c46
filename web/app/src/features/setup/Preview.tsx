import { useQuery } from '@tanstack/react-query'
import { Send, Sparkles } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { formatDuration, formatMoney, weekdayName } from '@frontdesk/shared/format'
import { toWeek, weekdays } from '@frontdesk/shared/hours'
import { businessQuery } from '@/api/business'
import { hoursQuery } from '@/api/hours'
import { servicesQuery, useMe } from '@/api/queries'
import { initials } from '@/ui/avatar'

/** What a customer's phone will show, from what is saved so far, in the business's language. */
export function Preview() {
  const { t: own } = useTranslation('setup')
  const me = useMe()
  const business = useQuery(businessQuery()).data
  const hours = useQuery(hoursQuery()).data
  const services = useQuery(servicesQuery()).data?.filter(({ archived }) => !archived) ?? []
  const name = business?.name ?? me.tenant.name
  const locale = (business?.locale ?? me.tenant.locale).startsWith('it') ? 'it' : 'en'
  // the customer reads the business's language, whatever the member's is
  const { t } = useTranslation('setup', locale)
  const week = toWeek(hours?.weekly ?? [])
  const open = weekdays.filter((day) => week[day].length > 0)

  return (
    <div className="flex flex-col items-center gap-3">
      <p className="text-xs text-muted">{own('previewText')}</p>
      <div
        lang={locale}
        className="flex w-full max-w-[320px] flex-col overflow-hidden rounded-[28px] border-8 border-text/85 bg-canvas shadow-float dark:border-border"
      >
        <div className="flex items-center gap-3 bg-primary px-4 py-3 text-on-primary">
          <span
            aria-hidden
            className="grid size-9 place-items-center rounded-card bg-on-primary text-sm font-bold text-primary"
          >
            {initials(name)}
          </span>
          <div className="min-w-0">
            <p className="truncate font-semibold">{name}</p>
            <p className="flex items-center gap-1 text-xs">
              <Sparkles aria-hidden className="size-3" />
              {t('sample.assistant')}
            </p>
          </div>
        </div>
        <div className="flex min-h-[420px] flex-col gap-2.5 p-4 text-sm">
          <Says>{t('sample.greeting', { business: name })}</Says>
          <Asks>{t('sample.askServices')}</Asks>
          <Says>
            {services.length === 0
              ? t('sample.noServices')
              : services.slice(0, 4).map((service) => (
                  <span key={service.id} className="flex justify-between gap-3">
                    <span className="min-w-0 truncate">{service.name}</span>
                    <span className="num shrink-0 text-muted">
                      {service.price
                        ? formatMoney(service.price, locale)
                        : formatDuration(service.durationMinutes, locale)}
                    </span>
                  </span>
                ))}
          </Says>
          <Asks>{t('sample.askHours')}</Asks>
          <Says>
            {open.length === 0
              ? t('sample.noHours')
              : open.map((day) => (
                  <span key={day} className="flex justify-between gap-3">
                    <span className="first-letter:uppercase">{weekdayName(day, locale, 'short')}</span>
                    <span className="num text-muted">
                      {week[day].map(({ open: from, close }) => `${from}–${close}`).join(' · ')}
                    </span>
                  </span>
                ))}
          </Says>
        </div>
        <div aria-hidden className="flex items-center gap-2 border-t bg-surface p-3">
          <span className="flex h-9 flex-1 items-center rounded-full border px-4 text-sm text-muted">
            {t('sample.write')}
          </span>
          <span className="grid size-9 place-items-center rounded-full bg-primary text-on-primary">
            <Send className="size-4" />
          </span>
        </div>
      </div>
    </div>
  )
}

function Says({ children }: { children: React.ReactNode }) {
  return (
    <div className="max-w-[92%] self-start rounded-sheet rounded-es-sm border bg-surface px-3 py-2">{children}</div>
  )
}

function Asks({ children }: { children: React.ReactNode }) {
  return (
    <div className="max-w-[85%] self-end rounded-sheet rounded-ee-sm bg-primary px-3 py-2 text-on-primary">
      {children}
    </div>
  )
}
