import { Button, Popover, SegmentedControl, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../room/wire';
import { Chips } from '../../shell/Chips';
import type { Choices } from './choices';
import { bytesOf, isSource, type NamedFile } from './intake';
import type { Choose } from './useImport';
import { size } from './words';

/** What was handed in, and under which name and in which language it is read. */
export function ReviewHead({ choices, choose, files }: { choices: Choices; choose: Choose; files: NamedFile[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [source, setSource] = useState(choices.source);
  const take = () => {
    if (!isSource(source)) return;
    choose((now) => (now.source === source.trim() ? now : { ...now, source: source.trim() }));
    setOpen(false);
  };
  return (
    <div className="reviewhead">
      <Chips>
        {files.length === 1 ? files[0]!.name : t('review.files', { count: files.length })}
        {size(bytesOf(files))}
        {t(`language.${choices.language}`)}
      </Chips>
      <Popover opened={open} onChange={setOpen} trapFocus withinPortal={false} position="bottom-start" shadow="md">
        <Popover.Target>
          <Button size="compact-xs" variant="subtle" leftSection={<IconPencil size={13} />} aria-expanded={open} onClick={() => { setSource(choices.source); setOpen(!open); }}>{t('review.change')}</Button>
        </Popover.Target>
        <Popover.Dropdown>
          <form className="stack" style={{ width: 270 }} onSubmit={(e) => { e.preventDefault(); take(); }}>
            <TextInput data-autofocus label={t('import.source')} value={source} maxLength={80} onChange={(e) => setSource(e.currentTarget.value)} error={isSource(source) ? null : t('import.sourceBad')} />
            <SegmentedControl fullWidth aria-label={t('import.language')} value={choices.language} onChange={(v) => choose((now) => ({ ...now, language: v as Language }))} data={[{ value: 'zh', label: t('language.zh') }, { value: 'en', label: t('language.en') }]} />
            <Button type="submit" size="sm">{t('review.changeYes')}</Button>
          </form>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
