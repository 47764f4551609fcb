import { Button, SegmentedControl, Tabs } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../../room/useNarrow';
import { Dialog } from '../../shell/Dialog';
import { Lines, Page } from '../../shell/Page';
import { Problem } from '../../shell/Problem';
import { ApplyBar } from './ApplyBar';
import { ItemEditor } from './ItemEditor';
import { Items } from './Items';
import { Missing } from './Missing';
import { Refused } from './Refused';
import { Requirements } from './Requirements';
import { ReviewHead } from './ReviewHead';
import { SourcePane } from './SourcePane';
import { Understood } from './Understood';
import type { useImport } from './useImport';
import { usePreview } from './usePreview';
import type { KeptImport } from './keptImport';
import { filters, listed, sifted, standing, type Filter } from './view';
import { Warnings } from './Warnings';
import { isIncluded, isUntouched } from './choices';
import type { Applied, Preview, PreviewItem } from './wire';

type Props = { session: ReturnType<typeof useImport>; open: KeptImport; applied: (answer: Applied) => void };

/** The preview: what was understood, the source beside its items, and everything that can be said about them. */
export function Review(props: Props) {
  const { t } = useTranslation();
  const asked = usePreview(props.open);
  const { choose, undo, redo, discard, durable } = props.session;
  const { past, now, future } = props.open.choices;
  useHotkeys([['mod+Z', undo], ['mod+shift+Z', redo], ['mod+Y', redo]]);
  const { answer } = asked;
  const [leaving, setLeaving] = useState(false);
  const leave = () => (isUntouched(now) ? discard() : setLeaving(true));
  return (
    <Page wide title={now.source} lead={<ReviewHead choices={now} choose={choose} files={props.open.files} />}
      actions={<div className="tools">
        <Button size="xs" variant="subtle" color="gray" className="mover" leftSection={<IconArrowBackUp size={16} />} disabled={past.length === 0} onClick={undo} aria-keyshortcuts="Control+Z">{t('review.undo')}</Button>
        <Button size="xs" variant="subtle" color="gray" className="mover" leftSection={<IconArrowForwardUp size={16} />} disabled={future.length === 0} onClick={redo} aria-keyshortcuts="Control+Shift+Z">{t('review.redo')}</Button>
        <Button size="xs" variant="subtle" color="red" onClick={leave}>{t('review.discard')}</Button>
      </div>}>
      {!durable && <p className="small" role="status">{t('import.notDurable')}</p>}
      {asked.error && (answer ? <Problem error={asked.error} retry={() => void asked.again()} /> : <Refused error={asked.error} retry={() => void asked.again()} back={leave} />)}
      {!answer && !asked.error && <><p role="status" className="breathe">{t('review.reading')}</p><Lines label={t('loading')} count={6} /></>}
      <Dialog opened={leaving} close={() => setLeaving(false)} title={t('review.discardTitle')}>
        <p style={{ marginTop: 0 }}>{t('review.discardText', { count: past.length })}</p>
        <div className="choices">
          <Button variant="default" onClick={() => setLeaving(false)}>{t('cancel')}</Button>
          <Button data-autofocus onClick={discard}>{t('review.discard')}</Button>
        </div>
      </Dialog>
      {answer && <Answered {...props} asked={asked} answer={answer} />}
    </Page>
  );
}

type Place = { file: string; line: number; item: string | null };

function Answered({ session, open, applied, asked, answer }: Props & { asked: ReturnType<typeof usePreview>; answer: Preview }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { choose } = session;
  const choices = open.choices.now;
  const [filter, setFilter] = useState<Filter>('all');
  const [tab, setTab] = useState<string | null>('items');
  const [shown, setShown] = useState<'beside' | 'source'>('beside');
  const [at, setAt] = useState<Place>(() => ({ file: answer.files[0]?.name ?? '', line: answer.items[0]?.line ?? 1, item: answer.items[0]?.key ?? null }));
  const [editing, setEditing] = useState<string | null>(null);

  const all = useMemo(() => listed(answer, choices), [answer, choices]);
  const questions = useMemo(() => all.filter(({ item }) => item.kind === 'question'), [all]);
  const requirements = useMemo(() => all.filter(({ item }) => item.kind === 'requirement'), [all]);
  const wanted = useMemo(() => sifted(questions, filter), [questions, filter]);
  const counts = useMemo(() => Object.fromEntries(filters.map((name) => [name, sifted(questions, name).length])), [questions]);
  const file = answer.files.find((it) => it.name === at.file) ?? answer.files[0];
  const edited = editing === null ? undefined : answer.items.find((it) => it.key === editing);

  const goToLine = useCallback((name: string, line: number, item: string | null = null) => {
    setAt({ file: name, line, item });
    if (narrow) setShown('source');
  }, [narrow]);
  const goToItem = (key: string) => {
    setTab('items');
    setFilter((now) => (sifted(questions, now).some(({ item }) => item.key === key) ? now : 'all'));
    setAt((now) => ({ ...now, item: key }));
  };
  const select = useCallback((item: PreviewItem) => setAt({ file: item.file, line: item.line, item: item.key }), []);
  const showSource = useCallback((item: PreviewItem) => goToLine(item.file, item.line, item.key), [goToLine]);
  return (
    <>
      <Understood answer={answer} choices={choices} choose={choose} goToLine={goToLine} />
      {narrow && <SegmentedControl fullWidth mb="sm" aria-label={t('review.panes')} value={shown} onChange={(v) => setShown(v as 'source')} data={[{ value: 'beside', label: t('review.tab.items') }, { value: 'source', label: t('review.source') }]} />}
      <div className="review" data-shown={shown}>
        {file && <SourcePane key={file.name} file={file} files={answer.files} warnings={answer.warnings} choices={choices} choose={choose} line={at.line} item={at.item}
          goTo={(line, item) => { setAt({ file: file.name, line, item }); if (item && !narrow) goToItem(item); }}
          turnTo={(name) => setAt({ file: name, line: 1, item: null })} showItem={(key) => { setShown('beside'); goToItem(key); }} />}
        <section className="beside" aria-label={t('review.tab.items')}>
          <Tabs value={tab} onChange={setTab} keepMounted={false} classNames={{ panel: 'besidepanel' }}>
            <Tabs.List>
              <Tabs.Tab value="items">{t('review.tab.items')} <span className="dim nums">{questions.length}</span></Tabs.Tab>
              {answer.warnings.length > 0 && <Tabs.Tab value="warnings">{t('review.tab.warnings')} <span className="dim nums">{answer.warnings.length}</span></Tabs.Tab>}
              {requirements.length > 0 && <Tabs.Tab value="requirements">{t('review.tab.requirements')} <span className="dim nums">{requirements.length}</span></Tabs.Tab>}
              {answer.missing.length > 0 && <Tabs.Tab value="missing">{t('review.tab.missing')} <span className="dim nums">{answer.missing.length}</span></Tabs.Tab>}
            </Tabs.List>
            <Tabs.Panel value="items">
              <div className="sieve" role="group" aria-label={t('review.filter')}>
                {filters.map((name) => {
                  const count = counts[name] ?? 0;
                  return <button key={name} className="plain facet" aria-pressed={filter === name} disabled={count === 0 && name !== 'all'} onClick={() => setFilter(name)}>{t(`review.filter.${name}`)} <span className="dim nums">{count}</span></button>;
                })}
              </div>
              <Items items={wanted} all={all} files={answer.files} choices={choices} choose={choose} at={standing(at.item, wanted)} edit={setEditing} select={select} showSource={showSource} />
            </Tabs.Panel>
            <Tabs.Panel value="warnings"><Warnings warnings={answer.warnings} goToLine={goToLine} several={answer.files.length > 1} /></Tabs.Panel>
            <Tabs.Panel value="requirements"><Requirements requirements={requirements} choices={choices} choose={choose} goToLine={goToLine} /></Tabs.Panel>
            <Tabs.Panel value="missing"><Missing missing={answer.missing} choices={choices} choose={choose} /></Tabs.Panel>
          </Tabs>
        </section>
      </div>
      {answer.left.length > 0 && (
        <details className="section"><summary>{t('review.leftFiles', { count: answer.left.length })}</summary><ul>{answer.left.map((it) => <li key={it.name}><span className="mono small">{it.name}</span> <span className="dim">{it.because}</span></li>)}</ul></details>
      )}
      <ApplyBar open={open} asked={asked} answer={answer} all={all} applied={applied} />
      {edited && <ItemEditor key={edited.key} item={edited} choices={choices} choose={choose} topics={[...new Set(answer.items.filter((it) => isIncluded(it, choices)).flatMap((it) => it.topics))]} close={() => setEditing(null)} />}
    </>
  );
}
