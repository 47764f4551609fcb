import { Button, Pill } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filters } from '../api/queries';
import type { QuestionPage } from '../api/types';

const NAMES = ['topic', 'language', 'difficulty', 'hasReference', 'missing', 'source'] as const;
/** What people wrote, as against what the app has a word for. */
const isWritten = (name: (typeof NAMES)[number]) => name === 'topic' || name === 'source';
type Props = { page?: QuestionPage; chosen: Filters; set: (name: string, value: string) => void };

const useLabel = () => {
  const { t } = useTranslation();
  return (name: (typeof NAMES)[number], value: string) => (isWritten(name) ? value : t(`${name}.${value}`));
};

/** Beside the results where there is room; folded away behind a button where there is not. */
export function Facets({ page, chosen, set }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button className="foldfacets" variant="default" size="sm" leftSection={<IconAdjustmentsHorizontal size={16} />} aria-expanded={open} aria-controls="facets" onClick={() => setOpen(!open)}>{t('bank.filters')}</Button>
      <aside id="facets" className={open ? 'facets open' : 'facets'} aria-label={t('bank.filters')}>
        {NAMES.map((name) => {
          const values = (page?.facets[name] ?? []).filter(({ count }) => count > 0);
          if (values.length === 0) return null;
          return (
            <section key={name}>
              <h2>{t(`facet.${name}`)}</h2>
              {values.slice(0, 12).map(({ value, count }) => {
                const on = chosen[name] === String(value);
                return (
                  <button key={String(value)} className="plain facet" aria-pressed={on} onClick={() => set(name, on ? '' : String(value))}>
                    <span className="clip">{label(name, String(value))}</span><span className="dim nums">{count}</span>
                  </button>
                );
              })}
            </section>
          );
        })}
      </aside>
    </div>
  );
}

/** What narrows the list at the moment; each goes at a press. */
export function ChosenFilters({ chosen, set }: Omit<Props, 'page'>) {
  const { t } = useTranslation();
  const label = useLabel();
  return NAMES.filter((name) => chosen[name]).map((name) => (
    <Pill key={name} size="md" withRemoveButton onRemove={() => set(name, '')} removeButtonProps={{ 'aria-label': t('bank.unfilter', { filter: label(name, chosen[name]) }), tabIndex: 0, 'aria-hidden': false }}>
      {label(name, chosen[name])}
    </Pill>
  ));
}
