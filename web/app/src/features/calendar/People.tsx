import { useId } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Provider } from '@/api/types'
import { Checkbox } from '@/ui/checkbox'

interface Props {
  providers: Provider[]
  shown: ReadonlySet<string>
  counts: Map<string, number>
  onChange: (shown: string[]) => void
}

/** Whose time is shown. */
export function People({ providers, shown, counts, onChange }: Props) {
  const { t } = useTranslation('calendar')
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-semibold">
        {t('people.title')}
      </h2>
      <ul className="flex flex-col gap-1">
        {providers.map((provider) => (
          <li key={provider.id} className="flex min-h-7 items-center gap-2 text-xs max-lg:min-h-11 max-lg:text-sm">
            <Checkbox
              id={`${id}-${provider.id}`}
              checked={shown.has(provider.id)}
              onCheckedChange={(on) =>
                onChange(
                  providers
                    .map((each) => each.id)
                    .filter((each) => (each === provider.id ? on === true : shown.has(each))),
                )
              }
            />
            <span
              aria-hidden
              className="size-2 rounded-full"
              style={{ backgroundColor: `var(--color-chart-${provider.color})` }}
            />
            <label htmlFor={`${id}-${provider.id}`} className="min-w-0 flex-1 truncate max-lg:py-3">
              {provider.name}
            </label>
            <span className="num text-muted" title={t('people.bookings')}>
              {counts.get(provider.id) ?? 0}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
