import type { ReactNode } from 'react'

/** One thing that is known of the customer, and what is done about it. */
export function PanelBlock({ title, action, children }: { title?: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2 border-b px-4 py-3.5 last:border-0">
      {title && (
        <div className="flex min-h-7 items-center gap-2">
          <h3 className="text-base font-semibold">{title}</h3>
          {action && <div className="ms-auto -me-2">{action}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
