import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type Pane = { name: string; label: string; icon: ReactNode; news?: boolean };

/** Where the window is too narrow for all panes: one at a time, chosen at the thumb. */
export function PaneTabs({ panes, shown, show }: { panes: Pane[]; shown: string; show: (name: string) => void }) {
  const { t } = useTranslation();
  return (
    <nav className="panetabs" aria-label={t('room.panes')}>
      {panes.map((pane) => (
        <button key={pane.name} className="plain" aria-current={pane.name === shown} onClick={() => show(pane.name)}>
          {pane.icon}
          <span>{pane.label}</span>
          {pane.news && <span className="news"><span className="unseen">{t('room.news')}</span></span>}
        </button>
      ))}
    </nav>
  );
}
