import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, Check, X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { MenuItem, MenuLabel, MenuSeparator } from '@/ui/menu'
import { toast } from '@/ui/toast'
import { forgetView, saveView, savedViewsKey, savedViewsQuery, type ListName, type SavedView } from './api'

interface ItemsProps {
  list: ListName
  /** whether it is what is listed now */
  isCurrent: (view: SavedView) => boolean
  onOpen: (view: SavedView) => void
}

/** The items of a menu: a member's own views of a list, below what everybody has. */
export function SavedViewItems({ list, isCurrent, onOpen }: ItemsProps) {
  const { t } = useTranslation('savedViews')
  const cache = useQueryClient()
  const { data: views = [] } = useQuery(savedViewsQuery(list))
  const again = () => cache.invalidateQueries({ queryKey: savedViewsKey() })

  async function forget({ id, name, view, search }: SavedView) {
    try {
      await forgetView(id)
      toast.done(t('forgotten', { name }), { undo: () => saveView({ list, name, view, search }).then(again) })
    } catch {
      toast.failed(t('notForgotten', { name }))
    }
    await again()
  }

  if (views.length === 0) return null
  return (
    <>
      <MenuSeparator />
      <MenuLabel>{t('title')}</MenuLabel>
      {views.map((view) => (
        <div key={view.id} className="flex items-center">
          <MenuItem
            className="group min-w-0 flex-1"
            aria-current={isCurrent(view) ? 'true' : undefined}
            onSelect={() => onOpen(view)}
          >
            <Bookmark aria-hidden />
            <bdi className="min-w-0 flex-1 truncate group-aria-[current]:font-semibold group-aria-[current]:text-primary">
              {view.name}
            </bdi>
            <Check aria-hidden className="not-group-aria-[current]:hidden" />
          </MenuItem>
          <MenuItem aria-label={t('forget', { name: view.name })} onSelect={() => void forget(view)}>
            <X aria-hidden />
          </MenuItem>
        </div>
      ))}
    </>
  )
}

interface SaveProps {
  list: ListName
  view: string
  /** what narrows it, as it stands in the address */
  search: string
  onClose: () => void
}

/** Keeps the list that is open under a name. */
export function SaveViewDialog({ list, view, search, onClose }: SaveProps) {
  const { t } = useTranslation('savedViews')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [error, setError] = useState<{ field?: string; form?: string }>({})

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!name.trim()) return setError({ field: ui('field.required') })
    try {
      await saveView({ list, name: name.trim(), view, search })
      await cache.invalidateQueries({ queryKey: savedViewsKey() })
      toast.done(t('done', { name: name.trim() }))
      onClose()
    } catch (failure) {
      setError({ form: failure instanceof ApiError ? failure.message : String(failure) })
    }
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('save')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="view-form">
            {t('do')}
          </Button>
        </>
      }
    >
      <form id="view-form" onSubmit={(event) => void save(event)} noValidate className="flex flex-col gap-3">
        <FormAlert>{error.form}</FormAlert>
        <Field label={t('name')} error={error.field}>
          <Input value={name} maxLength={40} dir="auto" onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
