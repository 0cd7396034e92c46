import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { api } from '@/api/client'
import { ApiError } from '@/api/errors'
import type { Label } from '@/api/labels'
import { key } from '@/api/queries'
import { labelColors } from '@/parts/LabelChip'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Dialog } from '@/ui/dialog'
import { Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { useFormGuard } from '@/ui/useFormGuard'

const longest = 40

export function LabelDialog({ label, onClose }: { label: Label | undefined; onClose: () => void }) {
  const { t } = useTranslation('labels')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [name, setName] = useState(label?.name ?? '')
  const [color, setColor] = useState(label?.color ?? 1)
  const [error, setError] = useState<{ field?: string; form?: string }>({})
  const [busy, setBusy] = useState(false)
  const guard = useFormGuard({
    name: `label:${label?.id ?? 'new'}`,
    dirty: name !== (label?.name ?? '') || color !== (label?.color ?? 1),
    values: { name, color },
    restore: (kept) => {
      setName(kept.name)
      setColor(kept.color)
    },
  })

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!name.trim()) return setError({ field: ui('field.required') })
    setBusy(true)
    try {
      const body = { name: name.trim(), color }
      if (label) await api.put(`/api/labels/${label.id}`, body)
      else await api.post('/api/labels', body)
      await cache.invalidateQueries({ queryKey: key('labels') })
      guard.done()
      onClose()
    } catch (failure) {
      const text = failure instanceof ApiError && !failure.offline ? failure.message : ui('error.notSaved')
      setError(failure instanceof ApiError && failure.code === 'label-taken' ? { field: text } : { form: text })
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={label ? t('editTitle') : t('new')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="label-form" busy={busy}>
            {t('save')}
          </Button>
        </>
      }
    >
      {guard.question}
      <form id="label-form" onSubmit={(event) => void save(event)} noValidate className="flex flex-col gap-4">
        <FormAlert>{error.form}</FormAlert>
        <Field label={t('name')} error={error.field}>
          <Input value={name} maxLength={longest} onChange={(event) => setName(event.target.value)} dir="auto" />
        </Field>
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">{t('color')}</legend>
          <div className="flex flex-wrap gap-2 max-sm:max-w-52">
            {labelColors.map((background, index) => (
              <label
                key={background}
                className={cn(
                  'grid size-9 cursor-pointer place-items-center rounded-full has-focus-visible:outline-2 has-focus-visible:outline-focus max-md:size-11',
                  color === index + 1 && 'ring-2 ring-primary',
                )}
              >
                <input
                  type="radio"
                  name="color"
                  className="sr-only"
                  checked={color === index + 1}
                  onChange={() => setColor(index + 1)}
                  aria-label={t('colorNumber', { number: index + 1 })}
                />
                <span aria-hidden className={cn('size-6 rounded-full', background)} />
              </label>
            ))}
          </div>
        </fieldset>
      </form>
    </Dialog>
  )
}
