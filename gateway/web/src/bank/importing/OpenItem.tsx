import { Button, Menu } from '@mantine/core';
import { IconArrowMerge, IconArrowsSplit, IconChevronDown, IconEye, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Prose } from '../Prose';
import { Against } from './Against';
import { chooseItem, chooseRole, splitFrom, type Choices } from './choices';
import { SimilarTo } from './SimilarTo';
import type { Choose } from './useImport';
import type { Listed } from './view';
import type { PreviewFile, PreviewItem } from './wire';

type Props = { listed: Listed; all: Listed[]; files: PreviewFile[]; choices: Choices; choose: Choose; edit: (key: string) => void; showSource: (item: PreviewItem) => void; select: (item: PreviewItem) => void };

/** Open it may reach below the edge of its list. */
function reveal(scroller: Element | null, row: Element | null) {
  if (!scroller || !row) return;
  const [outer, inner] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  const below = inner.bottom - outer.bottom;
  if (below > 0) scroller.scrollTop += Math.min(below, inner.top - outer.top);
}

export function OpenItem({ listed, all, files, choices, choose, edit, showSource, select }: Props) {
  const { t } = useTranslation();
  const { item, warnings } = listed;
  const part = splitFrom(item, files);
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => reveal(self.current?.closest('.itemlist') ?? null, self.current?.closest('li') ?? null));
    return () => cancelAnimationFrame(frame);
  }, []);
  const first = all[0]?.item.key === item.key;
  const tell = (role: 'BODY' | 'ANSWER' | 'TOPIC' | 'IGNORED') => choose((now) => chooseRole(now, item.file, item.line, role));
  return (
    <div ref={self} className="openitem">
      {item.before && <Against item={item} choices={choices} choose={choose} />}
      {!item.before && <Content item={item} />}
      {warnings.map((it, i) => <p key={i} className="small warnline"><strong>{t('review.line', { line: it.line })}</strong> {it.message} <span className="dim">{it.fix}</span></p>)}
      <SimilarTo item={item} choices={choices} choose={choose} go={(key) => { const other = all.find((it) => it.item.key === key); if (other) select(other.item); }} />
      <p className="tiny dim">{t('review.because')} {item.because}</p>
      <div className="tools">
        <Button size="compact-sm" variant="default" leftSection={<IconPencil size={14} />} onClick={() => edit(item.key)}>{t('review.edit')}</Button>
        {item.sentences > 1 && !part && <Button size="compact-sm" variant="default" leftSection={<IconArrowsSplit size={14} />} onClick={() => choose((now) => chooseItem(now, item.key, { split: true }))}>{t('review.split', { count: item.sentences })}</Button>}
        {part && <Button size="compact-sm" variant="default" leftSection={<IconArrowMerge size={14} />} onClick={() => choose((now) => chooseItem(now, part, { split: false }))}>{t('review.unsplit')}</Button>}
        <Menu withinPortal={false} withInitialFocusPlaceholder={false} position="bottom-start">
          <Menu.Target><Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} />}>{t('review.isNone')}</Button></Menu.Target>
          <Menu.Dropdown>
            {!first && <Menu.Item onClick={() => tell('BODY')}>{t('review.mergePrevious')}</Menu.Item>}
            {!first && <Menu.Item onClick={() => tell('ANSWER')}>{t('review.isAnswer')}</Menu.Item>}
            <Menu.Item onClick={() => tell('TOPIC')}>{t('review.isTopic')}</Menu.Item>
            <Menu.Item onClick={() => tell('IGNORED')}>{t('review.isNothing')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconEye size={14} />} onClick={() => showSource(item)}>{t('review.showSource')}</Button>
      </div>
    </div>
  );
}

function Content({ item }: { item: PreviewItem }) {
  const { t } = useTranslation();
  const lists = [['staff.keyPoints', item.keyPoints.map((it) => (it.weight > 1 ? `${it.text} ×${it.weight}` : it.text))], ['staff.hints', item.hints], ['staff.rubric', item.rubric], ['staff.followUps', item.followUps]] as const;
  return (
    <>
      <Prose text={item.body} lang={item.language} />
      {item.reference.trim() ? <div className="answerpart" tabIndex={0}><h3>{t('staff.reference')}</h3><Prose text={item.reference} lang={item.language} /></div> : <p className="small dim">{t('review.noAnswer')}</p>}
      {lists.filter(([, lines]) => lines.length > 0).map(([heading, lines]) => <div key={heading} className="small"><h3>{t(heading)}</h3><ul>{lines.map((line, i) => <li key={i}>{line}</li>)}</ul></div>)}
    </>
  );
}
