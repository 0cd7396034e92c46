import { Download } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'

/** The codes for when the phone is lost: shown once, to be kept. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation('me')
  const download = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`Frontdesk\n\n${codes.join('\n')}\n`], { type: 'text/plain' }))
    link.download = 'frontdesk-recovery-codes.txt'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div className="flex flex-col gap-3 rounded-card bg-sunken p-4">
      <h3 className="font-semibold">{t('codes.title')}</h3>
      <p className="text-sm text-muted">{t('codes.lead')}</p>
      <ul className="num grid gap-x-6 gap-y-1 sm:grid-cols-2" data-testid="recovery-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={download}>
          <Download aria-hidden />
          {t('codes.download')}
        </Button>
        <Button kind="primary" onClick={onKept}>
          {t('codes.kept')}
        </Button>
      </div>
    </div>
  )
}
