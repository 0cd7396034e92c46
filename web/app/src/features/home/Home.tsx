import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/queries'
import { Page } from '@/ui/card'

export function Home() {
  const { t } = useTranslation('home')
  const { user } = useMe()
  return (
    <Page wide>
      <h2 className="text-xl font-semibold tracking-tight">{t('hello', { name: user.name.split(' ')[0] })}</h2>
    </Page>
  )
}
