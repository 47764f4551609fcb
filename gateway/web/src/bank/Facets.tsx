import { useTranslation } from 'react-i18next';
import type { Filters } from '../api/queries';
import type { QuestionPage } from '../api/types';

const NAMES = ['topic', 'language', 'difficulty', 'hasReference'] as const;

export function Facets({ page, chosen, set }: { page?: QuestionPage; chosen: Filters; set: (name: string, value: string) => void }) {
  const { t } = useTranslation();
  const label = (name: (typeof NAMES)[number], value: string) => (name === 'topic' ? value : t(`${name}.${value}`));
  return (
    <aside className="facets" aria-label={t('bank.filters')}>
      {NAMES.map((name) => {
        const values = page?.facets[name] ?? [];
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
  );
}
