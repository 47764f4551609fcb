import { Select } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choices } from './choices';
import { BlockRoles, roleKeys } from './BlockRoles';
import { Line } from './Line';
import type { Choose } from './useImport';
import { chooseRole } from './choices';
import { linesByRole, sourceLines } from './view';
import { roles, type PreviewFile, type PreviewWarning } from './wire';

type Props = {
  file: PreviewFile;
  files: PreviewFile[];
  warnings: PreviewWarning[];
  choices: Choices;
  choose: Choose;
  line: number;
  item: string | null;
  goTo: (line: number, item: string | null) => void;
  turnTo: (file: string) => void;
  showItem: (key: string) => void;
};

/** The file as it is, each line with what it became; the block of the chosen line can be told to be something else. */
export function SourcePane(props: Props) {
  const { file, files, warnings, choose, line, item, goTo, turnTo } = props;
  const { t } = useTranslation();
  const lines = useMemo(() => sourceLines(file, warnings), [file, warnings]);
  const counts = useMemo(() => linesByRole(file), [file]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => 26, overscan: 10, useFlushSync: false });
  const chosen = Math.max(1, Math.min(line, lines.length));
  useEffect(() => {
    if (lines.length === 0) return;
    const { startIndex = 0, endIndex = -1 } = virtual.range ?? {};
    const near = chosen > startIndex - 1 && chosen <= endIndex + 2;
    virtual.scrollToIndex(chosen - 1, { align: near ? 'auto' : 'center' });
  }, [chosen, lines.length]);
  const drawn = virtual.getVirtualItems();
  const current = lines[chosen - 1];
  const move = (to: number) => {
    const target = lines[Math.max(1, Math.min(to, lines.length)) - 1];
    if (target) goTo(target.number, target.mark?.item ?? null);
  };
  // One function for good: lines that did not change are not drawn again.
  const latest = useRef(move);
  latest.current = move;
  const go = useCallback((to: number) => latest.current(to), []);
  const turn = (by: 1 | -1) => {
    const starts = file.marks.map((it) => it.from);
    move((by > 0 ? starts.find((it) => it > chosen) : starts.findLast((it) => it < chosen)) ?? chosen);
  };
  const keys = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const role = roleKeys[e.key];
    if (e.key === 'ArrowDown') move(chosen + 1);
    else if (e.key === 'ArrowUp') move(chosen - 1);
    else if (e.key === 'PageDown') move(chosen + 20);
    else if (e.key === 'PageUp') move(chosen - 20);
    else if (e.key === 'Home') move(1);
    else if (e.key === 'End') move(lines.length);
    else if (e.key === ']') turn(1);
    else if (e.key === '[') turn(-1);
    else if (role && current?.mark) choose((now) => chooseRole(now, file.name, current.mark!.from, role));
    else return;
    e.preventDefault();
  };
  return (
    <section className="sourcepane" aria-label={t('review.source')}>
      <header>
        {files.length > 1
          ? <Select size="xs" className="grow" aria-label={t('review.file')} value={file.name} data={files.map((it) => it.name)} searchable allowDeselect={false} onChange={(name) => name && turnTo(name)} comboboxProps={{ withinPortal: false }} />
          : <h2 className="grow clip">{file.name}</h2>}
        <span className="tiny dim nums">{file.encoding} · {t('review.lines', { count: lines.length })}</span>
      </header>
      <ul className="rolekey" aria-label={t('review.key')}>
        {roles.filter((role) => counts[role]).map((role) => <li key={role} className={`role ${role}`}>{t(`role.${role}`)} <span className="nums">{counts[role]}</span></li>)}
      </ul>
      <div ref={scroller} className="sourcelines" role="listbox" tabIndex={0} aria-label={t('review.sourceLines', { name: file.name })} aria-activedescendant={drawn.some((row) => row.index === chosen - 1) ? `line-${chosen}` : undefined} onKeyDown={keys}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {drawn.map((row) => {
            const it = lines[row.index]!;
            return <Line key={row.key} it={it} index={row.index} start={row.start} count={lines.length} chosen={it.number === chosen} ofItem={item !== null && it.mark?.item === item} measure={virtual.measureElement} go={go} t={t} />;
          })}
        </div>
      </div>
      {current && <BlockRoles {...props} current={current} />}
    </section>
  );
}
