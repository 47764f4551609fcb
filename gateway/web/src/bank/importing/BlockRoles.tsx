import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../shell/Keys';
import { chooseRole, type Choices } from './choices';
import type { Choose } from './useImport';
import type { SourceLine } from './view';
import type { PreviewFile, Role } from './wire';

/** Pressed while the source has the keyboard. */
export const roleKeys: Record<string, Role> = { q: 'QUESTION', b: 'BODY', a: 'ANSWER', t: 'TOPIC', i: 'IGNORED' };

/** At the foot of the source: what the chosen block became and why, and what else a person can say that it is. */
export function BlockRoles({ file, current, choices, choose, showItem }: { file: PreviewFile; current: SourceLine; choices: Choices; choose: Choose; showItem: (key: string) => void }) {
  const { t } = useTranslation();
  const { mark } = current;
  if (!mark) return <footer className="blockroles"><p className="small dim">{t('review.line', { line: current.number })}</p></footer>;
  const told = choices.files[file.name]?.roles?.[String(mark.from)];
  return (
    <footer className="blockroles">
      <p className="small" aria-live="polite">
        <strong className="nums">{mark.from === mark.to ? t('review.line', { line: mark.from }) : t('review.lineRange', { from: mark.from, to: mark.to })}</strong> · {t(`role.${mark.role}`)}: <span className="dim">{mark.because}</span>
        {mark.item && <> <Button size="compact-xs" variant="subtle" onClick={() => showItem(mark.item!)}>{t('review.showItem')}</Button></>}
      </p>
      <div className="tools" role="group" aria-label={t('review.whatIsThis')}>
        <span className="small dim" aria-hidden>{t('review.whatIsThis')}</span>
        {Object.entries(roleKeys).map(([key, role]) => (
          <Button key={role} size="compact-sm" variant={told === role ? 'filled' : 'default'} aria-pressed={(told ?? mark.role) === role} aria-keyshortcuts={key} rightSection={<Keys of={key} filled={told === role} />}
            onClick={() => choose((now) => chooseRole(now, file.name, mark.from, role))}>{t(`role.${role}`)}</Button>
        ))}
        {told && <Button size="compact-sm" variant="subtle" color="gray" onClick={() => choose((now) => chooseRole(now, file.name, mark.from, null))}>{t('review.asRead')}</Button>}
      </div>
    </footer>
  );
}
