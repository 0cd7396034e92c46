import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ListChecks } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { setupQuery, useCan, useMe } from '@/api/queries'
import { putChecklistAway } from '@/api/setup'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/dialog'
import { toast } from '@/ui/toast'
import { Caps } from './Caps'
import { catalogue, groups, keyIds } from './catalogue'
import { bindingOf, useLiveKeys } from './index'
import { useMyKeys } from './mine'

/** Every key that works here and now, by what it is for. */
export function KeysSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('keys')
  const live = useLiveKeys()
  useMyKeys()
  const here = keyIds.filter((id) => live.includes(id))
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={t('title')} description={t('description')}>
      <div className="flex flex-col gap-5">
        <ChecklistAgain onDone={() => onOpenChange(false)} />
        {groups
          .filter((group) => here.some((id) => catalogue[id].group === group))
          .map((group) => (
            <section key={group}>
              <h3 className="mb-1 text-xs font-medium text-muted">{t(`group.${group}`)}</h3>
              <dl>
                {here
                  .filter((id) => catalogue[id].group === group)
                  .map((id) => (
                    <div key={id} className="flex min-h-9 items-center justify-between gap-4 border-b last:border-0">
                      <dt>{t(`action.${id}`)}</dt>
                      <dd>
                        <Caps binding={bindingOf(id)} />
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
      </div>
    </Sheet>
  )
}

/** Help is where a checklist that was put away is found again. */
function ChecklistAgain({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('keys')
  const { tenant } = useMe()
  const maySet = useCan('settings.change')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const setup = useQuery({ ...setupQuery(), enabled: maySet }).data
  if (!setup) return null
  const show = async () => {
    try {
      cache.setQueryData(setupQuery().queryKey, await putChecklistAway(false))
      onDone()
      await navigate({ to: '/app/$biz/home', params: { biz: tenant.slug } })
    } catch {
      toast.failed(t('checklistFailed'))
    }
  }
  return (
    <Button className="self-start" onClick={() => void show()}>
      <ListChecks aria-hidden />
      {t('checklist')}
    </Button>
  )
}
