import { Link } from '@tanstack/react-router'
import { useCan, useMe } from '@/api/queries'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/states'

interface Props {
  /** whether there is somebody to choose */
  some: boolean
  onAll: () => void
}

/** Nobody's time is shown: nobody is chosen, or nobody gives appointments yet. */
export function NoPeople({ some, onAll }: Props) {
  const { t } = useTranslation('calendar')
  const { tenant } = useMe()
  const mayAdd = useCan('settings.change')
  return (
    <Empty
      title={some ? t('empty.nobody') : t('empty.noProviders')}
      className="flex-1 bg-surface"
      action={
        some ? (
          <Button onClick={onAll}>{t('empty.showAll')}</Button>
        ) : (
          mayAdd && (
            <Button kind="primary" asChild>
              <Link to="/app/$biz/settings/providers" params={{ biz: tenant.slug }}>
                {t('empty.addPeople')}
              </Link>
            </Button>
          )
        )
      }
    >
      {some ? t('empty.nobodyText') : t('empty.noProvidersText')}
    </Empty>
  )
}
