import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Highlight } from '../bank/Highlight';
import { Prose } from '../bank/Prose';
import { QuestionChips } from '../bank/QuestionChips';
import { StaffNotes } from '../bank/StaffNotes';
import { post } from '../api/http';
import { noFilters, questionQuery, questionsQuery, useAction } from '../api/queries';
import type { FoundQuestion, InterviewDetail } from '../api/types';
import { Dialog } from '../shell/Dialog';
import { Keys } from '../shell/Keys';
import { Lines } from '../shell/Page';
import { Problem } from '../shell/Problem';
import { keptName, opened, type RoomProps } from './parts';
import { useKept } from './useKept';
import { useNarrow } from './useNarrow';
import { useFocusTime } from './useNow';
import type { RoomView } from './wire';

const standing = (room: RoomView, id: string) =>
  room.questions.some((q) => q.content.id === id) ? 'asked' : room.planned?.some((p) => p.content.id === id) ? 'planned' : null;

/** The bank inside the room: search, read, ask, without a hand off the keyboard. */
export function BankDialog(props: RoomProps & { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  return (
    <Dialog opened={props.opened} close={props.close} size={1040} padding={0} fullScreen={narrow} title={t('action.find')} styles={{ header: { padding: '14px 18px 8px 22px' } }}>
      <Search {...props} />
    </Dialog>
  );
}

/** What is asked is planned first. */
function Search(props: RoomProps & { close: () => void }) {
  const { t } = useTranslation();
  const { room } = opened(props);
  const { id, session, close } = props;
  const focus = useFocusTime(props) !== null;
  const [text, setText] = useKept(keptName(props, 'bank'), '');
  const [q] = useDebouncedValue(text.trim(), 140);
  const found = useQuery(questionsQuery({ ...noFilters, q }));
  const items = found.data?.items ?? [];
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, items.length - 1);
  const item = items[chosen];
  const plan = useAction((questionId: string, key) => post<InterviewDetail>(`/api/interviews/${id}/questions`, { questionId }, key));
  useEffect(() => setAt(0), [q]);
  useEffect(() => { void document.getElementById(`found-${chosen}`)?.scrollIntoView({ block: 'nearest' }); }, [chosen]);

  const where = item && standing(room, item.id);
  const whyNotAsk = focus ? t('focus.why') : where === 'asked' ? t('refused.ALREADY_ASKED') : null;
  const ask = (planned: number) => { session.command({ type: 'ask', planned }); close(); };
  const put = (question: FoundQuestion, now: boolean) => {
    const known = room.planned?.find((p) => p.content.id === question.id);
    if (known) { if (now) ask(known.index); return; }
    // Whoever closes the dialog meanwhile asks nothing; the question stays in the plan.
    plan.mutate(question.id, { onSuccess: ({ planned }) => {
      const index = planned?.findLastIndex((p) => p.question.id === question.id) ?? -1;
      if (now && index >= 0) ask(index);
    } });
  };
  const keys = (e: KeyboardEvent) => {
    if (e.nativeEvent.isComposing) return;
    if (e.key === 'ArrowDown') setAt(Math.min(chosen + 1, items.length - 1));
    else if (e.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
    else if (e.key !== 'Enter') return;
    else if (item && !plan.isPending && where !== 'asked' && (e.shiftKey || !whyNotAsk)) put(item, !e.shiftKey);
    e.preventDefault();
  };
  return (
      <div className="bankdialog">
        <TextInput data-autofocus value={text} onChange={(e) => setText(e.currentTarget.value)} onKeyDown={keys} type="search" maxLength={400} mx={18} mb={12} leftSection={<IconSearch size={17} />}
          placeholder={t('bank.placeholder')} aria-label={t('bank.search')} role="combobox" aria-expanded={items.length > 0} aria-controls="found" aria-activedescendant={item && `found-${chosen}`} />
        <div className="foundquestions">
          {found.isPending && <Lines label={t('loading')} count={4} />}
          {found.error && <Problem error={found.error} retry={() => void found.refetch()} />}
          {found.data && items.length === 0 && <p className="dim small" role="status">{t('bank.none')}</p>}
          <div id="found" role="listbox" aria-label={t('bank.results')} tabIndex={items.length > 0 ? 0 : undefined}>
            {items.map((it, i) => (
              <div key={it.id} id={`found-${i}`} role="option" aria-selected={i === chosen} className={i === chosen ? 'found active' : 'found'} onClick={() => setAt(i)}>
                <span lang={it.language === 'zh' ? 'zh-CN' : 'en'}><Highlight text={it.highlight?.title || it.title} /></span>
                <QuestionChips q={it} />
                {standing(room, it.id) && <span className="tag quiet">{t(standing(room, it.id) === 'asked' ? 'room.asked' : 'find.planned')}</span>}
              </div>
            ))}
          </div>
        </div>
        <div className="preview" tabIndex={0}>{item && <Preview id={item.id} />}</div>
        <div className="editorfoot">
          <span className="grow small dim" role="status">{plan.isPending ? t('find.planning') : where === 'planned' && !focus ? t('find.isPlanned') : item && whyNotAsk}</span>
          <Button variant="default" disabled={!item || where !== null || plan.isPending} rightSection={<Keys of="shift+Enter" />} onClick={() => item && put(item, false)}>{t('find.plan')}</Button>
          <Button disabled={!item || whyNotAsk !== null} loading={plan.isPending} rightSection={<Keys of="Enter" filled />} onClick={() => item && put(item, true)}>{t('find.ask')}</Button>
        </div>
        {plan.error && <div style={{ padding: '0 18px 14px' }}><Problem error={plan.error} /></div>}
      </div>
  );
}

/** The whole question as it will be asked, and below it what only staff read. */
function Preview({ id }: { id: string }) {
  const { t } = useTranslation();
  const [wanted] = useDebouncedValue(id, 80);
  const { data: q, error, isPending } = useQuery(questionQuery(wanted));
  if (isPending) return <Lines label={t('loading')} count={3} />;
  if (error) return <Problem error={error} />;
  return (
    <article className="question">
      <h2 lang={q.language === 'zh' ? 'zh-CN' : 'en'}>{q.title}</h2>
      <Prose text={q.body} lang={q.language} />
      {q.staff && <div className="staffpart"><p className="tiny dim">{t('bank.staffOnly')}</p><StaffNotes staff={q.staff} lang={q.language} hints /></div>}
    </article>
  );
}
