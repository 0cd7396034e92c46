import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Input } from '@/ui/input'

/** A password that can be shown, pasted, and filled in by a password manager. */
export function PasswordInput({ className, ...props }: ComponentProps<'input'>) {
  const { t } = useTranslation('entry')
  const [shown, setShown] = useState(false)
  return (
    <span className={`relative ${className ?? ''}`}>
      <Input {...props} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} className="pe-11" />
      <button
        type="button"
        aria-pressed={shown}
        aria-label={t('showPassword')}
        onClick={() => setShown(!shown)}
        className="absolute end-0.5 top-1/2 grid size-8 -translate-y-1/2 place-items-center rounded-control text-muted hover:text-text max-md:size-10"
      >
        {shown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
      </button>
    </span>
  )
}
