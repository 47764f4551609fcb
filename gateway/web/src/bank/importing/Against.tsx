import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SideBySide } from '../SideBySide';
import { WordDiff } from '../WordDiff';
import { chooseItem, isConflict, type Choices } from './choices';
import type { Choose } from './useImport';
import type { PreviewItem } from './wire';

const FIELDS = ['title', 'body', 'reference'] as const;

/** What the bank has against what the file says, word by word; for a conflict or a guess, who is right. */
export function Against({ item, choices, choose }: { item: PreviewItem; choices: Choices; choose: Choose }) {
  const { t } = useTranslation();
  const { before } = item;
  if (!before) return null;
  const choice = choices.items[item.key];
  const conflict = isConflict(item, choices);
  const changed = FIELDS.filter((field) => before[field] !== item[field]);
  return (
    <div className="against">
      <p className="small">{t(`against.${conflict ? 'conflict' : item.outcome === 'proposed' ? 'proposed' : item.outcome === 'changed' ? 'changed' : 'known'}`)}</p>
      {conflict && (
        <SegmentedControl size="xs" mb="xs" aria-label={t('against.who')} value={choice?.conflict ?? 'keep-bank'} onChange={(v) => choose((now) => chooseItem(now, item.key, { conflict: v === 'take-file' ? 'take-file' : undefined }))}
          data={[{ value: 'keep-bank', label: t('against.keepBank') }, { value: 'take-file', label: t('against.takeFile') }]} />
      )}
      {changed.length === 0 && <p className="small dim">{t('against.same')}</p>}
      {changed.map((field) => (
        <div key={field}>
          <h3>{t(`field.${field}`)}</h3>
          {conflict
            ? <SideBySide before={before[field]} after={item[field]} left={t('against.bank')} right={t('against.file')} lang={item.language} />
            : <WordDiff before={before[field]} after={item[field]} lang={item.language} />}
        </div>
      ))}
      {item.outcome === 'proposed' && <Button mt="xs" size="compact-sm" variant="default" onClick={() => choose((now) => chooseItem(now, item.key, { match: 'new' }))}>{t('against.isNew')}</Button>}
    </div>
  );
}
