import { Autocomplete, Button, NumberInput, SegmentedControl, TagsInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../../room/useNarrow';
import type { Difficulty } from '../../room/wire';
import { Dialog } from '../../shell/Dialog';
import { LONGEST_TITLE, MOST_ROWS } from '../editing/form';
import { LineRows, Rows } from '../editing/Rows';
import { Prose } from '../Prose';
import { chooseItem, editItem, type Choices } from './choices';
import { editOf, editableOf, type Editable } from './edits';
import type { Choose } from './useImport';
import type { PreviewItem } from './wire';

type Props = { item: PreviewItem; choices: Choices; choose: Choose; topics: string[]; close: () => void };

/** Changes what is taken over; the file stays as it is. */
export function ItemEditor({ item, choices, choose, topics, close }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [began] = useState(() => editableOf(item));
  const [form, setForm] = useState<Editable>(began);
  const [leaving, setLeaving] = useState(false);
  const change = (part: Partial<Editable>) => setForm({ ...form, ...part });
  const lang = item.language === 'zh' ? 'zh-CN' : 'en';
  const take = () => {
    if (!form.title.trim()) return;
    choose((now) => editItem(now, item.key, editOf(began, form)));
    close();
  };
  const leave = () => (Object.keys(editOf(began, form)).length > 0 ? setLeaving(true) : close());
  return (
    <Dialog opened close={leave} size={860} fullScreen={narrow} title={t('review.editTitle', { line: item.line })}>
      <form className="stack fields" noValidate onSubmit={(e) => { e.preventDefault(); take(); }} onKeyDown={(e) => { if ((e.ctrlKey || e.metaKey) && e.key === 'Enter') take(); }}>
        <Textarea data-autofocus label={t('field.title')} autosize minRows={1} maxRows={6} maxLength={LONGEST_TITLE} lang={lang} value={form.title} onChange={(e) => change({ title: e.currentTarget.value })} error={form.title.trim() ? null : t('write.titleNeeded')} />
        <div className="pair">
          <Autocomplete label={t('field.topic')} data={topics} value={form.topic} onChange={(topic) => change({ topic })} comboboxProps={{ withinPortal: false }} />
          <TagsInput label={t('field.tags')} value={form.tags} onChange={(tags) => change({ tags })} maxTags={MOST_ROWS} comboboxProps={{ withinPortal: false }} />
        </div>
        <Textarea label={t('field.body')} autosize minRows={2} maxRows={12} classNames={{ input: 'mono' }} lang={lang} value={form.body} onChange={(e) => change({ body: e.currentTarget.value })} />
        <Textarea label={t('field.reference')} autosize minRows={4} maxRows={18} classNames={{ input: 'mono' }} lang={lang} value={form.reference} onChange={(e) => change({ reference: e.currentTarget.value })} />
        {(form.body.trim() || form.reference.trim()) && <details><summary className="small">{t('write.preview')}</summary><div className="sunken" style={{ marginTop: 8 }}><Prose text={form.body} lang={item.language} /><Prose text={form.reference} lang={item.language} /></div></details>}
        <Rows name="keyPoints" weighted label={t('field.keyPoints')} hint={t('write.keyPointsHint')} rows={form.keyPoints} change={(keyPoints) => change({ keyPoints })} />
        <LineRows name="hints" label={t('field.hints')} hint={t('write.hintsHint')} lines={form.hints} change={(hints) => change({ hints })} />
        <div className="pair">
          <div>
            <div className="small" id="item-difficulty" style={{ fontWeight: 500, marginBottom: 5 }}>{t('field.difficulty')}</div>
            <SegmentedControl fullWidth aria-labelledby="item-difficulty" value={form.difficulty} onChange={(v) => change({ difficulty: v as Difficulty })} data={['easy', 'medium', 'hard'].map((value) => ({ value, label: t(`difficulty.${value}`) }))} />
          </div>
          <NumberInput label={t('field.minutes')} value={form.minutes} min={1} max={120} clampBehavior="strict" allowDecimal={false} onChange={(v) => change({ minutes: Number(v) || 1 })} />
        </div>
        {leaving && (
          <div className="note" role="alert">
            <p style={{ marginTop: 0 }}>{t('review.editLeave')}</p>
            <div className="tools">
              <Button size="xs" autoFocus onClick={() => setLeaving(false)}>{t('review.editGoOn')}</Button>
              <Button size="xs" variant="subtle" color="red" onClick={close}>{t('review.editThrow')}</Button>
            </div>
          </div>
        )}
        <div className="choices">
          {choices.items[item.key]?.edit && <Button variant="subtle" color="gray" onClick={() => { choose((now) => chooseItem(now, item.key, { edit: undefined })); close(); }}>{t('review.editUndo')}</Button>}
          <Button variant="default" onClick={leave}>{t('cancel')}</Button>
          <Button type="submit">{t('review.editTake')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
