import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { chooseLocale, locales, type Locale } from '@/i18n'
import { FormAlert } from '@/ui/field'
import { Segmented } from '@/ui/tabs'

/** The one card before one is signed in: who we are, the form, the language. */
export function EntryCard({
  title,
  lead,
  children,
  foot,
}: {
  title: string
  lead: string
  children: ReactNode
  foot?: ReactNode
}) {
  const { t, language } = useTranslation('entry')
  return (
    <div className="flex min-h-full flex-col items-center gap-6 overflow-y-auto px-4 py-8 md:py-16">
      <div className="flex items-center gap-2.5">
        <img src="/favicon.svg" alt="" className="size-8" />
        <span className="text-xl font-semibold tracking-tight">Frontdesk</span>
      </div>
      <main id="content" className="w-full max-w-[420px] rounded-sheet border bg-surface p-6 shadow-raised md:p-8">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-1 mb-6 text-muted">{lead}</p>
        {!navigator.cookieEnabled && (
          <div className="mb-4">
            <FormAlert>{t('problem.cookies')}</FormAlert>
          </div>
        )}
        {children}
      </main>
      {foot && <p className="text-muted">{foot}</p>}
      <Segmented
        label={t('language')}
        value={language as Locale}
        onChange={(locale) => void chooseLocale(locale)}
        options={locales.map((value) => ({ value, label: t(`locale.${value}`) }))}
        className="mt-auto"
      />
    </div>
  )
}
