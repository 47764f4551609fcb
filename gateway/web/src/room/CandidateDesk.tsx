import { Button } from '@mantine/core';
import { IconCheck, IconFileText, IconHourglass, IconMessage2, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { StaffNotes } from '../bank/StaffNotes';
import { Figure } from '../scores/Figure';
import { useReasons } from '../scores/useReasons';
import { Keys } from '../shell/Keys';
import { Empty } from '../shell/Page';
import { useWhen } from '../shell/when';
import { Chat } from './Chat';
import { AnswerEditor } from './editor/AnswerEditor';
import { languageName } from './editor/languages';
import { scoreOf, useScoreWords } from './liveScore';
import { isShutOut, keptName, opened, type RoomProps } from './parts';
import { PaneTabs } from './PaneTabs';
import { QuestionBody } from './QuestionBody';
import { keysOf } from './roomActions';
import type { RoomDialog } from './RoomDialogs';
import { answerDoings, roomDoings } from './roomDoings';
import { otherLanguages, SubmitDialog } from './SubmitDialog';
import { useKept } from './useKept';
import { useNarrow } from './useNarrow';
import { useFocusTime } from './useNow';
import { useRoomActions } from './useRoomActions';
import { useUnread } from './useUnread';

type Shown = 'question' | 'answer' | 'chat';

export function CandidateDesk(props: RoomProps & { open: (dialog: RoomDialog) => void }) {
  const { t } = useTranslation();
  const when = useWhen();
  const words = useScoreWords();
  const { reason } = useReasons();
  const { room } = opened(props);
  const { session, snapshot } = props;
  const [picked, setPicked] = useKept<number | null>(keptName(props, 'chosen'), null);
  const [shown, setShown] = useKept<Shown>(keptName(props, 'pane'), 'question');
  const [confirming, setConfirming] = useState(false);
  const focus = useFocusTime(props) !== null;
  const latest = room.questions.at(-1)?.question ?? null;
  const seen = useRef(latest);
  useEffect(() => {
    // A newly asked question comes to the front; a reload keeps the one that was looked at.
    if (seen.current !== latest) {
      setPicked(null);
      setShown('question');
      setConfirming(false);
    }
    seen.current = latest;
  }, [latest]);
  const q = room.questions.find((x) => x.question === (picked ?? latest));
  const closed = room.status === 'ENDED' || q?.released === true;
  const editable = q !== undefined && !closed && !isShutOut(snapshot.link);
  const narrow = useNarrow();
  const unread = useUnread(room.chat.length, !narrow || shown === 'chat');
  const added = useUnread(room.questions.reduce((sum, it) => sum + it.followUps.length + it.hintsShown.length, 0), !narrow || shown === 'question');
  const turnTo = (pane: Shown, selector: string) => {
    // At once, so that the very next key is typed there.
    flushSync(() => setShown(pane));
    document.querySelector<HTMLElement>(selector)?.focus();
  };
  const submit = () => setConfirming(true);
  const step = (by: number) => {
    const at = room.questions.findIndex((x) => x === q) + by;
    if (room.questions[at]) setPicked(room.questions[at].question);
  };
  const unasked = q ? null : t('room.noQuestionText');
  const { call, reconnect } = roomDoings(props, props.open, t);
  const whisper = useRoomActions('candidate', {
    call,
    reconnect,
    submit: { run: submit, absent: room.status === 'ENDED', whyNot: unasked ?? (closed ? t('room.closed') : null) },
    ...answerDoings(q, editable, session, t, (selector) => turnTo('answer', selector)),
    next: { run: () => step(1), absent: room.questions.length < 2 },
    previous: { run: () => step(-1), absent: room.questions.length < 2 },
    chat: { run: () => turnTo('chat', '#chat'), whyNot: focus ? t('focus.chatRests') : null, ...(room.status === 'ENDED' && { label: t('room.chat') }) },
    focus: { run: () => session.command({ type: 'end-focus' }), absent: !focus, label: t('focus.ready') },
  });
  const panes = (
    <PaneTabs shown={shown} show={(name) => setShown(name as Shown)} panes={[
      { name: 'question', label: t('bank.question'), icon: <IconFileText size={20} stroke={1.7} />, news: added > 0 },
      ...(q ? [{ name: 'answer', label: t('report.answer'), icon: <IconPencil size={20} stroke={1.7} /> }] : []),
      { name: 'chat', label: t('room.chat'), icon: <IconMessage2 size={20} stroke={1.7} />, news: unread > 0 },
    ]} />
  );
  if (!q) {
    return (
      <main id="main" className="desk candidate" data-shown={shown}>
        <div className="pane wide" data-pane="question"><Empty icon={<IconHourglass size={42} stroke={1.2} />} title={room.status === 'ENDED' ? t('lobby.over') : t('room.noQuestion')}>{room.status === 'ENDED' ? t('lobby.overText') : t('room.noQuestionText')}</Empty></div>
        <section className="pane col" data-pane="chat" aria-label={t('room.chat')}><Chat {...props} /></section>
        {panes}
        {whisper}
      </main>
    );
  }
  const document_ = session.answer(q);
  const last = q.answers.at(-1);
  const score = scoreOf(snapshot.scores, q);
  const submitting = snapshot.submitting.includes(q.question) || session.connection.unanswered.some((c) => c.type === 'submit' && c.question === q.question);
  return (
    <main id="main" className="desk candidate" data-shown={shown}>
      <section className="pane" data-pane="question" aria-label={t('bank.question')}>
        {room.questions.length > 1 && (
          <nav aria-label={t('room.questions')} style={{ display: 'flex', gap: 6, marginBottom: 18, flexWrap: 'wrap' }}>
            {room.questions.map((x) => (
              <Button key={x.question} size="compact-sm" variant={x === q ? 'light' : 'subtle'} color={x === q ? undefined : 'gray'} aria-current={x === q} onClick={() => setPicked(x.question)}
                rightSection={x.answers.length > 0 ? <IconCheck size={13} aria-label={t('room.submitted')} /> : undefined}>{x.question}</Button>
            ))}
          </nav>
        )}
        <QuestionBody content={q.content} asked={q} />
        {score && (
          <div className="sunken ownscore">
            {score.status === 'SCORED' && typeof score.score === 'number' ? <Figure score={score.score} low={score.low} high={score.high} /> : <p>{words(score)}</p>}
            {score.status === 'SCORED' && score.reason && <p className="small">{reason(score.reason)}</p>}
            <a className="small" href={`/reports/${props.id}`} target="_blank" rel="noopener">{t('room.evidence')}</a>
          </div>
        )}
        {!closed && <Button className="cramped" mt="lg" onClick={() => turnTo('answer', '.cm-content')}>{t('room.toAnswer')}</Button>}
        {q.staff && q.released && <div className="card" style={{ marginTop: 22 }}><p className="tiny dim" style={{ marginTop: 0 }}>{t('room.releasedNow')}</p><StaffNotes staff={q.staff} lang={q.content.language} /></div>}
      </section>
      <section className="pane col" data-pane="answer" aria-label={t('room.answer')}>
        <AnswerEditor session={session} snapshot={snapshot} question={q} editable={editable} autoFocus label={t('room.answer')} placeholder={t('room.answerHere')} onSubmit={submit} />
        <div className="editorfoot">
          <span className="grow small dim" role="status">
            {[
              submitting ? t('room.submitting') : last ? t('room.submittedAt', { attempt: last.attempt, time: when.time(last.at) }) : closed ? t('room.closed') : t('room.notSubmitted'),
              ...(!submitting && last && last.text !== document_.text ? [t('room.changedSince')] : []),
              ...(!closed && otherLanguages(q, session.language(q)).length > 0 ? [t('room.scoredLanguage', { language: languageName(t, session.language(q)) })] : []),
            ].join(t('gap'))}
          </span>
          {!closed && <Button onClick={submit} disabled={submitting} loading={submitting} rightSection={<Keys of={keysOf('submit')} filled />}>{last ? t('room.submitAgain') : t('room.submit')}</Button>}
        </div>
      </section>
      <section className="pane col" data-pane="chat" aria-label={t('room.chat')}><Chat {...props} /></section>
      {panes}
      <SubmitDialog {...props} asked={q} opened={confirming && !closed} close={() => setConfirming(false)} />
      {whisper}
    </main>
  );
}
