import { Button } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../shell/Page';
import { chooseItem, includeAll, isIncluded, type Choices } from './choices';
import { Item } from './Item';
import type { Choose } from './useImport';
import type { Listed } from './view';
import type { PreviewFile, PreviewItem } from './wire';

type Props = {
  items: Listed[];
  all: Listed[];
  files: PreviewFile[];
  choices: Choices;
  choose: Choose;
  at: string | null;
  select: (item: PreviewItem) => void;
  edit: (key: string) => void;
  showSource: (item: PreviewItem) => void;
};

/** It is drawn only once the list has been scrolled to it. */
const focusItem = (key: string) => requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(`item-${key}`)?.focus({ preventScroll: true })));

/** Every item in the order of the file; the chosen one is open. Only what is in view is drawn. */
export function Items(props: Props) {
  const { items, all, files, choices, choose, at, select, edit, showSource } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: items.length, getScrollElement: () => scroller.current, estimateSize: () => 74, overscan: 6, useFlushSync: false, getItemKey: (i) => items[i]?.item.key ?? i });
  const chosen = items.findIndex(({ item }) => item.key === at);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen, { align: 'auto' });
  }, [chosen, at]);
  const before = useRef(at);
  useEffect(() => {
    // What had the keyboard is gone with the item that was split or put together.
    if (at && before.current !== at && document.activeElement === document.body) focusItem(at);
    before.current = at;
  }, [at]);

  const move = (by: number) => {
    const next = items[Math.max(0, Math.min(items.length - 1, chosen + by))];
    if (!next) return;
    select(next.item);
    focusItem(next.item.key);
  };
  const keys = (e: KeyboardEvent) => {
    if (e.target instanceof HTMLInputElement && e.target.type !== 'checkbox') return;
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const current = items[chosen]?.item;
    if (e.key === 'ArrowDown' || e.key === 'j') move(1);
    else if (e.key === 'ArrowUp' || e.key === 'k') move(-1);
    else if (e.key === 'x' && current) choose((now) => chooseItem(now, current.key, { include: isIncluded(current, now) ? false : now.items[current.key]?.include === false ? undefined : true }));
    else if (e.key === 'e' && current) edit(current.key);
    else if (e.key === 's' && current && current.sentences > 1) choose((now) => chooseItem(now, current.key, { split: true }));
    else return;
    e.preventDefault();
  };
  if (items.length === 0) return <Empty icon={<IconListSearch size={40} stroke={1.2} />} title={t('review.noItems')}>{t('review.noItemsText')}</Empty>;
  const out = items.every(({ included }) => !included);
  return (
    <>
      <div ref={scroller} className="itemlist" onKeyDown={keys}>
        <ul style={{ height: virtual.getTotalSize() }} aria-label={t('review.tab.items')}>
          {virtual.getVirtualItems().map((row) => {
            const it = items[row.index]!;
            return (
              <li key={row.key} ref={virtual.measureElement} data-index={row.index} style={{ transform: `translateY(${row.start}px)` }} aria-setsize={items.length} aria-posinset={row.index + 1}>
                <Item listed={it} all={all} files={files} choices={choices} choose={choose} select={select} edit={edit} showSource={showSource} open={row.index === chosen} focusable={row.index === Math.max(0, chosen)} />
              </li>
            );
          })}
        </ul>
      </div>
      <div className="itemsfoot">
        <span className="tiny dim wideonly"><kbd>↑</kbd> <kbd>↓</kbd> {t('review.key.move')} <kbd>x</kbd> {t('review.key.include')} <kbd>e</kbd> {t('review.key.edit')} <kbd>s</kbd> {t('review.key.split')}</span>
        <span className="grow" />
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => choose((now) => includeAll(now, items.map(({ item }) => item.key), out))}>{out ? t('review.takeShown', { count: items.length }) : t('review.leaveShown', { count: items.length })}</Button>
      </div>
    </>
  );
}
