import { useTranslation } from 'react-i18next'
import { Kbd } from '@/ui/card'
import { Sheet } from '@/ui/dialog'
import { keyCaps, useRegisteredKeys } from './keys'

/** Every key that works here and now, by what it is for. */
export function KeysSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('shell')
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={t('keys.title')} description={t('keys.description')}>
      <KeyList />
    </Sheet>
  )
}

export function KeyList() {
  const actions = useRegisteredKeys()
  const groups = [...new Set(actions.map(({ group }) => group))]
  return (
    <div className="flex flex-col gap-5">
      {groups.map((group) => (
        <section key={group}>
          <h3 className="mb-1 text-xs font-medium text-muted">{group}</h3>
          <dl>
            {actions
              .filter((action) => action.group === group)
              .map(({ keys, label }) => (
                <div key={keys} className="flex min-h-9 items-center justify-between gap-4 border-b last:border-0">
                  <dt>{label}</dt>
                  <dd className="flex gap-1">
                    {keyCaps(keys).map((cap, index) => (
                      <Kbd key={index} className="max-md:inline">
                        {cap}
                      </Kbd>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
