import { Skeleton } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

/** A view's frame: names the window and takes the focus, so that a screen reader hears where it is. */
export function Page({ title, lead, actions, narrow, wide, children }: { title: string; lead?: ReactNode; actions?: ReactNode; narrow?: boolean; wide?: boolean; children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} · Mockingbird`;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main id="main" ref={main} tabIndex={-1} className={narrow ? 'page narrow' : wide ? 'page wide' : 'page'}>
      <div className="pagehead">
        <div>
          <h1>{title}</h1>
          {lead && <div className="lead">{lead}</div>}
        </div>
        {actions}
      </div>
      {children}
    </main>
  );
}

/** In place of a view whose code or data is on its way. */
export function LoadingPage({ label }: { label: string }) {
  return (
    <main id="main" className="page">
      <h1 className="unseen">{label}</h1>
      <Lines label={label} />
    </main>
  );
}

export function Lines({ count = 5, label }: { count?: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: count }, (_, i) => (
        <div key={i} className="row">
          <div className="grow">
            <Skeleton height={15} width={`${68 - ((i * 17) % 34)}%`} mb={9} />
            <Skeleton height={10} width={`${30 + ((i * 11) % 20)}%`} />
          </div>
        </div>
      ))}
    </div>
  );
}

export function Empty({ icon, title, children, action, level = 2 }: { icon?: ReactNode; title: string; children?: ReactNode; action?: ReactNode; level?: 1 | 2 }) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      {icon}
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
