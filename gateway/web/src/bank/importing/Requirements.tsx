import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseProfile, chooseRole, type Choices } from './choices';
import type { Choose } from './useImport';
import type { Listed } from './view';

type Props = { requirements: Listed[]; choices: Choices; choose: Choose; goToLine: (file: string, line: number, item: string) => void };

/** What a job demands is no question; it can be kept as a job profile. */
export function Requirements({ requirements, choices, choose, goToLine }: Props) {
  const { t } = useTranslation();
  const suggested = requirements[0]?.item.section.at(-1) || choices.source;
  const [title, setTitle] = useState(choices.profile?.title ?? suggested);
  const kept = choices.profile !== undefined;
  return (
    <div className="stack padded">
      <p className="dim small" style={{ margin: 0 }}>{t('review.requirementsText')}</p>
      <div className="profileoffer">
        <Checkbox checked={kept} label={t('review.keepProfile')} onChange={(e) => { const on = e.currentTarget.checked; choose((now) => chooseProfile(now, on ? title.trim() || suggested : null)); }} />
        {kept && <TextInput size="sm" className="grow" aria-label={t('review.profileTitle')} value={title} maxLength={200} onChange={(e) => setTitle(e.currentTarget.value)} onBlur={() => choose((now) => (now.profile?.title === title.trim() || !title.trim() ? now : chooseProfile(now, title.trim())))} />}
      </div>
      <ul className="list">
        {requirements.map(({ item }) => (
          <li key={item.key} className="row slim">
            <button className="plain grow" onClick={() => goToLine(item.file, item.line, item.key)}><span className="tiny dim nums">{t('review.line', { line: item.line })}</span> {item.title}</button>
            <Button size="compact-xs" variant="subtle" aria-label={`${t('review.isQuestion')}: ${item.title}`} onClick={() => choose((now) => chooseRole(now, item.file, item.line, 'QUESTION'))}>{t('review.isQuestion')}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
