import { ActionIcon, Button, Input, NumberInput, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyPoint } from '../../room/wire';
import { HEAVIEST, MOST_ROWS } from './form';

type Props = { label: string; hint?: string; name: string; rows: KeyPoint[]; change: (rows: KeyPoint[]) => void; weighted?: boolean; error?: string | null };

/** Lines in an order. Enter begins the next one, Alt with an arrow moves one, Backspace in an empty one removes it. */
export function Rows({ label, hint, name, rows, change, weighted = false, error }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  const focus = (at: number) => requestAnimationFrame(() => box.current?.querySelectorAll<HTMLElement>('textarea')[at]?.focus());
  const put = (at: number, row: Partial<KeyPoint>) => change(rows.map((it, i) => (i === at ? { ...it, ...row } : it)));
  const add = (at: number) => {
    if (rows.length >= MOST_ROWS) return;
    change([...rows.slice(0, at), { text: '', weight: 1 }, ...rows.slice(at)]);
    focus(at);
  };
  const drop = (at: number) => {
    change(rows.filter((_, i) => i !== at));
    focus(Math.max(0, at - 1));
  };
  const move = (from: number, to: number) => {
    if (to < 0 || to >= rows.length) return;
    const next = [...rows];
    next.splice(to, 0, ...next.splice(from, 1));
    change(next);
    focus(to);
  };
  const keys = (at: number) => (e: KeyboardEvent<HTMLTextAreaElement>) => {
    if (e.nativeEvent.isComposing) return;
    if (e.altKey && e.key === 'ArrowUp') move(at, at - 1);
    else if (e.altKey && e.key === 'ArrowDown') move(at, at + 1);
    else if (e.key === 'Enter' && !e.shiftKey && !e.ctrlKey && !e.metaKey) add(at + 1);
    else if (e.key === 'Backspace' && rows[at]!.text === '') drop(at);
    else return;
    e.preventDefault();
  };
  return (
    <fieldset ref={box} className="rows" aria-describedby={`${id}-hint`}>
      <legend>{label}</legend>
      <p className="tiny dim" id={`${id}-hint`}>{hint}</p>
      {rows.map((row, i) => (
        <div key={i} className="rowfield">
          <Textarea className="grow" size="sm" autosize minRows={1} maxRows={6} aria-label={t('write.row', { label, n: i + 1 })} value={row.text} onChange={(e) => put(i, { text: e.currentTarget.value })} onKeyDown={keys(i)} />
          {weighted && <NumberInput size="sm" w={72} min={1} max={HEAVIEST} allowDecimal={false} clampBehavior="strict" aria-label={t('write.weight', { n: i + 1 })} value={row.weight} onChange={(v) => put(i, { weight: Number(v) || 1 })} />}
          <ActionIcon variant="subtle" color="gray" className="mover" disabled={i === 0} aria-label={t('new.up', { title: row.text || i + 1 })} onClick={() => move(i, i - 1)}><IconArrowUp size={16} /></ActionIcon>
          <ActionIcon variant="subtle" color="gray" className="mover" disabled={i === rows.length - 1} aria-label={t('new.down', { title: row.text || i + 1 })} onClick={() => move(i, i + 1)}><IconArrowDown size={16} /></ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t('new.remove', { title: row.text || i + 1 })} onClick={() => drop(i)}><IconX size={16} /></ActionIcon>
        </div>
      ))}
      {error && <Input.Error>{error}</Input.Error>}
      {rows.length < MOST_ROWS && <Button size="compact-sm" variant="subtle" data-field={name} leftSection={<IconPlus size={14} />} aria-label={t('write.addTo', { label })} onClick={() => add(rows.length)}>{t('write.add')}</Button>}
    </fieldset>
  );
}

/** Rows without weights. */
export function LineRows({ lines, change, ...props }: Omit<Props, 'rows' | 'change' | 'weighted'> & { lines: string[]; change: (lines: string[]) => void }) {
  return <Rows {...props} rows={lines.map((text) => ({ text, weight: 1 }))} change={(rows) => change(rows.map((it) => it.text))} />;
}
