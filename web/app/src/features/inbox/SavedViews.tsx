import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/errors'
import { key } from '@/api/queries'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { MenuItem, MenuLabel, MenuSeparator } from '@/ui/menu'
import { toast } from '@/ui/toast'
import { forgetView, saveView, savedViewsQuery, type SavedView } from './api'
import { writeSearch, type Filter } from './filters'

/** One's own lists, below the views that everybody has. */
export function SavedViewItems({ onOpen }: { onOpen: (view: SavedView) => void }) {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const { data: views = [] } = useQuery(savedViewsQuery())
  const again = () => cache.invalidateQueries({ queryKey: key('saved-views') })

  async function forget({ id, name, view, search }: SavedView) {
    try {
      await forgetView(id)
      toast.done(t('saved.forgotten', { name }), { undo: () => saveView({ name, view, search }).then(again) })
    } catch {
      toast.failed(t('saved.notForgotten', { name }))
    }
    await again()
  }

  if (views.length === 0) return null
  return (
    <>
      <MenuSeparator />
      <MenuLabel>{t('saved.title')}</MenuLabel>
      {views.map((view) => (
        <div key={view.id} className="flex items-center">
          <MenuItem className="min-w-0 flex-1" onSelect={() => onOpen(view)}>
            <Bookmark aria-hidden />
            <bdi className="truncate">{view.name}</bdi>
          </MenuItem>
          <MenuItem aria-label={t('saved.forget', { name: view.name })} onSelect={() => void forget(view)}>
            <X aria-hidden />
          </MenuItem>
        </div>
      ))}
    </>
  )
}

/** Keeps the list that is open under a name. */
export function SaveViewDialog({ filter, onClose }: { filter: Filter; onClose: () => void }) {
  const { t } = useTranslation('inbox')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [error, setError] = useState<{ field?: string; form?: string }>({})

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!name.trim()) return setError({ field: ui('field.required') })
    const { view, ...narrowing } = filter
    try {
      await saveView({ name: name.trim(), view, search: writeSearch(narrowing) })
      await cache.invalidateQueries({ queryKey: key('saved-views') })
      toast.done(t('saved.done', { name: name.trim() }))
      onClose()
    } catch (failure) {
      setError({ form: failure instanceof ApiError ? failure.message : String(failure) })
    }
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('saved.save')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="view-form">
            {t('saved.do')}
          </Button>
        </>
      }
    >
      <form id="view-form" onSubmit={(event) => void save(event)} noValidate className="flex flex-col gap-3">
        <FormAlert>{error.form}</FormAlert>
        <Field label={t('saved.name')} error={error.field}>
          <Input value={name} maxLength={40} dir="auto" onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
