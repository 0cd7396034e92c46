import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { api } from '@/api/client'
import { ApiError } from '@/api/errors'
import { key } from '@/api/queries'
import { variables, type SavedReply } from '@/api/savedReplies'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/dialog'
import { Field, FormAlert } from '@/ui/field'
import { Input, Textarea } from '@/ui/input'
import { useFormGuard } from '@/ui/useFormGuard'

interface Errors {
  title?: string
  text?: string
  form?: string
}

export function ReplySheet({ reply, onClose }: { reply: SavedReply | undefined; onClose: () => void }) {
  const { t } = useTranslation('savedReplies')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [title, setTitle] = useState(reply?.title ?? '')
  const [text, setText] = useState(reply?.text ?? '')
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const guard = useFormGuard({
    name: `reply:${reply?.id ?? 'new'}`,
    dirty: title !== (reply?.title ?? '') || text !== (reply?.text ?? ''),
    values: { title, text },
    restore: (kept) => {
      setTitle(kept.title)
      setText(kept.text)
    },
  })

  /** Where the caret stands. */
  function put(variable: string) {
    const at = box.current?.selectionStart ?? text.length
    setText(`${text.slice(0, at)}{{${variable}}}${text.slice(box.current?.selectionEnd ?? at)}`)
    box.current?.focus()
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    const missing: Errors = {
      title: title.trim() ? undefined : ui('field.required'),
      text: text.trim() ? undefined : ui('field.required'),
    }
    setErrors(missing)
    if (missing.title || missing.text) return
    setBusy(true)
    try {
      const body = { title: title.trim(), text: text.trim() }
      if (reply) await api.put(`/api/saved-replies/${reply.id}`, body)
      else await api.post('/api/saved-replies', body)
      await cache.invalidateQueries({ queryKey: key('saved-replies') })
      guard.done()
      onClose()
    } catch (failure) {
      const words = failure instanceof ApiError && !failure.offline ? failure.message : ui('error.notSaved')
      const taken = failure instanceof ApiError && failure.code === 'title-taken'
      setErrors(taken ? { title: words } : { form: words })
      setBusy(false)
    }
  }

  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={reply ? t('editTitle') : t('new')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="reply-form" busy={busy}>
            {t('save')}
          </Button>
        </>
      }
    >
      {guard.question}
      <form id="reply-form" onSubmit={(event) => void save(event)} noValidate className="flex flex-col gap-4">
        <FormAlert>{errors.form}</FormAlert>
        <Field label={t('name')} help={t('nameHelp')} error={errors.title}>
          <Input value={title} maxLength={60} onChange={(event) => setTitle(event.target.value)} dir="auto" />
        </Field>
        <Field label={t('text')} error={errors.text}>
          <Textarea
            ref={box}
            value={text}
            maxLength={4096}
            rows={6}
            dir="auto"
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <div className="flex flex-col gap-1.5">
          <p className="text-sm text-muted">{t('variables')}</p>
          <div className="flex flex-wrap gap-1.5">
            {variables.map((variable) => (
              <Button key={variable} size="sm" onClick={() => put(variable)}>
                {t(`variable.${variable}`)}
              </Button>
            ))}
          </div>
        </div>
      </form>
    </Sheet>
  )
}
