import { RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Switch } from '@/ui/switch'
import { toast } from '@/ui/toast'
import { keyCaps, written } from './bindings'
import { Caps } from './Caps'
import { catalogue, groups, keyIds, type KeyId } from './catalogue'
import { collision } from './collision'
import { bindingOf, myKeys, setMyKeys, useMyKeys, type MyKeys } from './mine'
import { keepMyKeys } from './keep'

/** Somebody's own keys: all of them with what they do, each to be changed, the single ones to be switched off. */
export function Shortcuts() {
  const { t } = useTranslation('keys')
  const { single, bound } = useMyKeys()
  const [changing, setChanging] = useState<KeyId>()
  const [taken, setTaken] = useState<{ id: KeyId; binding: string; by: KeyId }>()

  const choose = (next: MyKeys) => {
    setMyKeys(next)
    void keepMyKeys(next).catch(() => toast.failed(t('shortcuts.notSaved')))
  }
  const bind = (id: KeyId, binding: string | undefined) => {
    const others = Object.fromEntries(Object.entries(myKeys().bound).filter(([each]) => each !== id))
    const usual = binding === undefined || binding === catalogue[id].keys
    choose({ ...myKeys(), bound: usual ? others : { ...others, [id]: binding } })
  }

  useEffect(() => {
    if (!changing) return
    const hear = (event: KeyboardEvent) => {
      const binding = event.key === 'Tab' ? undefined : written(event)
      if (event.key === 'Tab') setChanging(undefined)
      if (!binding) return
      event.preventDefault()
      event.stopPropagation()
      if (binding === 'Escape') return setChanging(undefined)
      const by = collision(changing, binding)
      setTaken(by && { id: changing, binding, by })
      if (by) return
      bind(changing, binding)
      setChanging(undefined)
    }
    addEventListener('keydown', hear, { capture: true })
    return () => removeEventListener('keydown', hear, { capture: true })
  })

  return (
    <>
      <Card className="flex items-start gap-3 p-4">
        <Switch id="single-keys" checked={single} onCheckedChange={(next) => choose({ ...myKeys(), single: next })} />
        <div>
          <label htmlFor="single-keys" className="font-medium">
            {t('shortcuts.single')}
          </label>
          <p className="text-sm text-muted">{t('shortcuts.singleHelp')}</p>
        </div>
      </Card>
      <Card>
        <CardHead
          title={t('shortcuts.mine')}
          action={
            Object.keys(bound).length > 0 && (
              <Button size="sm" onClick={() => choose({ ...myKeys(), bound: {} })}>
                <RotateCcw aria-hidden />
                {t('shortcuts.allBack')}
              </Button>
            )
          }
        />
        <div className="flex flex-col gap-5 px-4 pb-4">
          <p className="text-sm text-muted">{t('shortcuts.mineHelp')}</p>
          {groups.map((group) => (
            <section key={group}>
              <h3 className="mb-1 text-xs font-medium text-muted">{t(`group.${group}`)}</h3>
              <ul>
                {keyIds
                  .filter((id) => catalogue[id].group === group)
                  .map((id) => (
                    <Row
                      key={id}
                      id={id}
                      own={bound[id] !== undefined}
                      changing={changing === id}
                      onChange={() => {
                        setTaken(undefined)
                        setChanging(id)
                      }}
                      onCancel={() => setChanging(undefined)}
                      onBack={() => bind(id, undefined)}
                      problem={
                        taken?.id === id
                          ? t('shortcuts.taken', {
                              key: keyCaps(taken.binding).join(' '),
                              action: t(`action.${taken.by}`),
                            })
                          : undefined
                      }
                    />
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </Card>
    </>
  )
}

interface RowProps {
  id: KeyId
  own: boolean
  changing: boolean
  onChange: () => void
  onCancel: () => void
  onBack: () => void
  problem?: string
}

function Row({ id, own, changing, onChange, onCancel, onBack, problem }: RowProps) {
  const { t } = useTranslation('keys')
  const action = t(`action.${id}`)
  return (
    <li
      data-testid="key-row"
      data-id={id}
      className="flex min-h-11 flex-wrap items-center justify-end gap-x-3 gap-y-1 border-b py-1 last:border-0"
    >
      <span className="me-auto">{action}</span>
      {own && (
        <Button kind="ghost" size="sm" onClick={onBack}>
          {t('shortcuts.back')}
        </Button>
      )}
      {catalogue[id].fixed ? (
        <span title={t('shortcuts.fixed')} className="px-2.5">
          <Caps binding={bindingOf(id)} />
        </span>
      ) : (
        <Button
          size="sm"
          aria-label={
            changing ? undefined : `${t('shortcuts.change', { action })} (${keyCaps(bindingOf(id)).join(' ')})`
          }
          aria-pressed={changing}
          onClick={changing ? onCancel : onChange}
          onBlur={onCancel}
          className={changing ? 'border-primary text-primary' : undefined}
        >
          {changing ? t('shortcuts.press') : <Caps binding={bindingOf(id)} />}
        </Button>
      )}
      <p role="status" className="w-full text-end text-xs text-muted empty:hidden">
        {problem ? <span className="text-danger">{problem}</span> : changing ? t('shortcuts.cancel') : null}
      </p>
    </li>
  )
}
