import type { UseQueryResult } from '@tanstack/react-query'
import { AlertCircle, CircleCheck, RotateCw, SearchX, X } from 'lucide-react'
import { useEffect, useState, type ComponentProps, type ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { Button } from './button'
import { cn } from './cn'

/** A grey shape where something will be. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return <div aria-hidden className={cn('animate-pulse rounded-control bg-sunken', className)} {...props} />
}

/** Shows its skeleton after 150 ms, so that quick answers do not flash, and says so when it takes long. */
export function Loading({ children, className }: { children: ReactNode; className?: string }) {
  const { t } = useTranslation()
  const [stage, setStage] = useState<'silent' | 'skeleton' | 'slow'>('silent')
  useEffect(() => {
    const timers = [setTimeout(() => setStage('skeleton'), 150), setTimeout(() => setStage('slow'), 4000)]
    return () => timers.forEach(clearTimeout)
  }, [])
  return (
    <div role="status" aria-busy className={className}>
      <span className="sr-only">{t('loading')}</span>
      {stage !== 'silent' && children}
      {stage === 'slow' && <p className="mt-3 text-center text-sm text-muted">{t('loadingSlow')}</p>}
    </div>
  )
}

export function SkeletonRows({ rows = 5, className }: { rows?: number; className?: string }) {
  return (
    <Loading className={className}>
      <div className="flex flex-col gap-2 p-4">
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} className="h-12" />
        ))}
      </div>
    </Loading>
  )
}

interface EmptyProps {
  icon?: ReactNode
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  className?: string
}

/** Nothing here, what it is for, and the next step. */
export function Empty({ icon, title, children, action, className }: EmptyProps) {
  return (
    <div className={cn('flex flex-col items-center gap-3 px-6 py-12 text-center', className)}>
      {icon && (
        <span
          aria-hidden
          className="grid size-12 place-items-center rounded-full bg-primary-soft text-primary [&_svg]:size-6"
        >
          {icon}
        </span>
      )}
      <div className="flex max-w-sm flex-col gap-1">
        <p className="font-semibold">{title}</p>
        {children && <p className="text-muted">{children}</p>}
      </div>
      {action}
    </div>
  )
}

export interface ActiveFilter {
  label: string
  onRemove: () => void
}

/** Nothing fits the filters: they stand here to be taken off, one by one or all. */
export function NoResult({
  filters,
  onClear,
  className,
}: {
  filters: ActiveFilter[]
  onClear: () => void
  className?: string
}) {
  const { t } = useTranslation()
  return (
    <Empty
      icon={<SearchX />}
      title={t('filters.none')}
      className={className}
      action={
        <>
          <FilterChips filters={filters} className="justify-center" />
          <Button onClick={onClear}>{t('filters.clear')}</Button>
        </>
      }
    >
      {t('filters.text')}
    </Empty>
  )
}

/** What a list is narrowed to, each to be taken off. */
export function FilterChips({ filters, className }: { filters: ActiveFilter[]; className?: string }) {
  const { t } = useTranslation()
  if (filters.length === 0) return null
  return (
    <ul className={cn('flex flex-wrap gap-1.5', className)}>
      {filters.map(({ label, onRemove }) => (
        <li key={label}>
          <button
            type="button"
            onClick={onRemove}
            aria-label={t('filters.remove', { filter: label })}
            className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-full bg-primary-soft px-2 text-xs font-medium text-primary hover:bg-sunken max-md:min-h-9"
          >
            <span className="truncate">{label}</span>
            <X aria-hidden className="size-3 shrink-0" />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Everything is done: a calm line, and where to go next. */
export function AllDone({ title, children, action, className }: Omit<EmptyProps, 'icon'>) {
  return (
    <Empty icon={<CircleCheck />} title={title} action={action} className={className}>
      {children}
    </Empty>
  )
}

/**
 * One region of a screen: its skeleton while nothing is known, a card when it failed, else what is known, even if a
 * later look at the server failed.
 */
export function Region<T>({
  query,
  loading,
  className,
  children,
}: {
  query: UseQueryResult<T>
  /** its skeleton, as `SkeletonRows` */
  loading: ReactNode
  className?: string
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) {
    return <ErrorCard error={query.error} onRetry={() => void query.refetch()} className={className} />
  }
  return loading
}

/** What failed, that nothing is lost, and a way on. The size of the region it stands for. */
export function ErrorCard({
  error,
  onRetry,
  title,
  className,
}: {
  error: unknown
  onRetry?: () => void
  title?: ReactNode
  className?: string
}) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const reference = error instanceof ApiError ? error.correlationId : undefined
  return (
    <div role="alert" className={cn('flex flex-col items-center gap-3 px-6 py-10 text-center', className)}>
      <span aria-hidden className="grid size-10 place-items-center rounded-full bg-danger-soft text-danger">
        <AlertCircle className="size-5" />
      </span>
      <div className="flex max-w-sm flex-col gap-1">
        <p className="font-semibold">{title ?? t('error.title')}</p>
        <p className="text-muted">
          {error instanceof ApiError && error.offline ? t('error.offline') : t('error.safe')}
        </p>
      </div>
      {onRetry && (
        <Button onClick={onRetry}>
          <RotateCw aria-hidden />
          {t('error.retry')}
        </Button>
      )}
      {reference && (
        <button
          type="button"
          className="min-h-6 text-xs text-muted hover:text-text"
          onClick={() => void navigator.clipboard?.writeText(reference).then(() => setCopied(true))}
        >
          {copied ? (
            t('copied')
          ) : (
            <>
              {t('error.reference')} <bdi className="num">{reference.slice(0, 8)}</bdi>
            </>
          )}
        </button>
      )}
    </div>
  )
}
