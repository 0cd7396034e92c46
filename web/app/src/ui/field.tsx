import { cloneElement, useEffect, useId, useRef, type ReactElement, type ReactNode, type RefObject } from 'react'
import type { FieldError, FieldErrors, FieldValues, UseFormSetError, Path } from 'react-hook-form'
import { AlertCircle } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { cn } from './cn'

interface Props {
  label: ReactNode
  help?: ReactNode
  error?: FieldError | string
  optional?: boolean
  className?: string
  children: ReactElement<{ id?: string; 'aria-invalid'?: boolean; 'aria-describedby'?: string }>
}

/** Label above, help below, the error under the field and tied to it. */
export function Field({ label, help, error, optional, className, children }: Props) {
  const { t } = useTranslation()
  const ownId = useId()
  const id = children.props.id ?? ownId
  const message = typeof error === 'string' ? error : error && errorText(error, t)
  const place = useRef<HTMLDivElement>(null)
  // whoever is in the field sees why, whatever lies below it
  useEffect(() => {
    if (message && place.current?.contains(document.activeElement)) inSight(place.current)
  }, [message])
  const described = [message && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined
  return (
    <div ref={place} data-field className={cn('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {optional && <span className="ms-1 font-normal text-muted">{t('optional')}</span>}
      </label>
      {cloneElement(children, { id, 'aria-invalid': message ? true : undefined, 'aria-describedby': described })}
      {message && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-xs text-danger">
          <AlertCircle aria-hidden className="mt-px size-3.5 shrink-0" />
          {message}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className="text-xs text-muted">
          {help}
        </p>
      )}
    </div>
  )
}

const inSight = (element: Element | null | undefined) => void element?.scrollIntoView({ block: 'nearest' })

/** The schema says what is wrong in a code (`error.required`); the words come from the texts. */
function errorText(error: FieldError, t: (key: string) => string): string {
  const message = error.message || 'invalid'
  return error.type === 'server' ? message : t(`field.${message}`)
}

/**
 * Puts the server's field errors on the form's fields. Answers the sentence for what belongs to no field.
 * `within` is the part of the request that the form fills: `contact` for a field that the server calls `contact.phone`.
 */
export function applyServerErrors<T extends FieldValues>(
  error: unknown,
  fields: readonly Path<T>[],
  setError: UseFormSetError<T>,
  within?: string,
): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  const known = error.fieldErrors
    .map(({ field, message }) => ({ field: within ? field.replace(`${within}.`, '') : field, message }))
    .filter(({ field }) => (fields as readonly string[]).includes(field))
  known.forEach(({ field, message }, index) =>
    setError(field as Path<T>, { type: 'server', message }, { shouldFocus: index === 0 }),
  )
  return known.length > 0 && known.length === error.fieldErrors.length ? undefined : error.message
}

/** Leads whoever has submitted to the first field that is wrong, in the order of the screen. */
export function useFirstWrong(submitCount: number): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (submitCount === 0) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')
    wrong?.focus()
    inSight(wrong?.closest('[data-field]'))
  }, [submitCount])
  return form
}

/** What is wrong with the whole form, above it: brought into view, for whoever pressed the button at the foot. */
export function FormAlert({ children }: { children?: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    inSight(place.current)
  }, [children])
  if (!children) return null
  return (
    <div
      ref={place}
      role="alert"
      className="flex items-start gap-2 rounded-control bg-danger-soft px-3 py-2 text-sm text-danger"
    >
      <AlertCircle aria-hidden className="mt-px size-4 shrink-0" />
      <div>{children}</div>
    </div>
  )
}

export function hasErrors(errors: FieldErrors): boolean {
  return Object.keys(errors).length > 0
}
