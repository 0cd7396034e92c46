import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState, type ComponentProps, type KeyboardEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Contact } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { cn } from '@/ui/cn'
import { Input } from '@/ui/input'
import { knownQuery } from './api'

interface Props extends ComponentProps<typeof Input> {
  text: string
  /** nobody is offered once somebody is chosen */
  chosen: boolean
  onPick: (contact: Contact) => void
}

/** The name of who comes; who is a customer already is offered while one types. */
export function CustomerName({ text, chosen, onPick, ...input }: Props) {
  const { t } = useTranslation('booking')
  const { phone } = useFormat()
  const list = useId()
  const [focused, setFocused] = useState(false)
  const [at, setAt] = useState(-1)
  const asked = useDeferredValue(text.trim())
  const { data = [] } = useQuery({ ...knownQuery(asked), enabled: focused && !chosen && asked.length >= 2 })
  const offered = data.filter(({ name }) => name)
  const open = focused && !chosen && asked.length >= 2 && offered.length > 0

  const pick = (contact: Contact) => {
    onPick(contact)
    setAt(-1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const current = offered[at]
    if (step) setAt((Math.max(at, step < 0 ? 0 : -1) + step + offered.length) % offered.length)
    else if (event.key === 'Enter' && current) pick(current)
    else if (event.key === 'Escape') setFocused(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="relative">
      <Input
        {...input}
        autoComplete="off"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && at >= 0 ? `${list}-${at}` : undefined}
        onFocus={() => setFocused(true)}
        onBlur={(event) => {
          setFocused(false)
          input.onBlur?.(event)
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        id={list}
        role="listbox"
        aria-label={t('new.known')}
        className={cn(
          'absolute inset-x-0 top-full z-10 mt-1 max-h-56 overflow-y-auto rounded-control border bg-surface py-1 shadow-float',
          !open && 'hidden',
        )}
      >
        {open &&
          offered.map((contact, index) => (
            <li
              key={contact.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              className={cn(
                'flex min-h-9 cursor-pointer items-center gap-3 px-3 py-1.5 text-sm max-md:min-h-11',
                index === at ? 'bg-sunken' : 'hover:bg-sunken',
              )}
              // before the field loses the focus
              onPointerDown={(event) => {
                event.preventDefault()
                pick(contact)
              }}
            >
              <bdi className="min-w-0 flex-1 truncate font-medium">{contact.name}</bdi>
              {contact.phone && <span className="num text-muted">{phone(contact.phone)}</span>}
            </li>
          ))}
      </ul>
    </div>
  )
}
