import { Button, SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../api/http';
import { isOrganiser, useAction, useMe, usePeople } from '../../api/queries';
import type { BankQuestion, QuestionForm, Standing } from '../../api/types';
import { useNarrow } from '../../room/useNarrow';
import { Keys } from '../../shell/Keys';
import { Page } from '../../shell/Page';
import { Problem } from '../../shell/Problem';
import { useWhen } from '../../shell/when';
import { ConflictDialog } from './ConflictDialog';
import { Fields } from './Fields';
import { faultOf } from './form';
import { Alike } from './Alike';
import { after, ancestor, existing, fieldFault, save, savedMeanwhile, upon, type Save } from './saving';
import { SidePane, type Shown } from './SidePane';
import { useWriting, type Beginning } from './useWriting';
import type { WorkList } from './useWorkList';

type Props = { id: string | null; question: BankQuestion | null; since: (base: number) => Standing | null; person: string; from: Beginning; title: string; work: WorkList; left: (to: string) => void };

/** The form and beside it the question as it will be read. Nothing typed is lost before it is saved. */
export function WritingDesk({ id, question, since, person, from, title, work, left }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const me = useMe();
  const narrow = useNarrow();
  const name = usePeople(question?.draftBy ? [question.draftBy] : []);
  const publish = isOrganiser(me.data) && (question?.publishable ?? true);
  const writing = useWriting(person, id ?? 'new', from);
  const [shown, setShown] = useState<Shown>('form');
  const [touched, setTouched] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const action = useAction((input: Save, key) => save(input, key), ['question', 'questions', 'drafts']);
  const [looked, setLooked] = useState(false);
  const theirs = savedMeanwhile(action.error) ?? (looked ? null : since(writing.base));
  const same = existing(action.error);
  const fault = faultOf(writing.form);
  const error = (field: keyof QuestionForm) => {
    if (touched && fault?.field === field) return t(fault.key, { count: fault.count });
    const found = fieldFault(action.error, field);
    return found && t(`fault.${found.code}`, { limit: found.limit });
  };
  const store = (changes?: Beginning, then?: () => void) => {
    setTouched(true);
    const wanted = changes ?? writing;
    const wrong = faultOf(wanted.form);
    if (wrong) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[data-field=${wrong.field}]`)?.focus());
      return;
    }
    const { base, draftBase, draftOn, fromDraft } = wanted;
    action.mutate({ id, base, draftBase, draftOn, fromDraft, form: wanted.form, publish }, {
      onSuccess: (saved) => {
        writing.saved(after({ ...writing, ...wanted }, saved, publish));
        if (then) then();
        else left(`/bank/${saved.id}`);
      },
    });
  };
  // In the flow of a work list the hand goes where something is missing.
  useEffect(() => { if (work) form.current?.querySelector<HTMLElement>(`[data-field=${work.field}]`)?.focus(); }, []);
  useHotkeys([['mod+S', () => store()], ['mod+Enter', () => store(undefined, work?.next)]], [], true);
  return (
    <Page wide title={title} lead={question && <span lang={question.language === 'zh' ? 'zh-CN' : 'en'}>{question.title}</span>}
      actions={work && <span className="small dim nums" role="status">{t('work.left', { count: work.left })}</span>}>
      {question?.draft && <p className="note small">{t('write.isDraft', { name: name(question.draftBy ?? '').name, when: when.at(question.draftAt) })}</p>}
      {writing.found && <p className="note small" role="status">{t('write.found', { when: when.at(new Date(writing.at).toISOString()) })} <Button size="compact-xs" variant="subtle" onClick={writing.restart}>{t('write.discard')}</Button></p>}
      {narrow && <SegmentedControl fullWidth mb="md" aria-label={t('write.panes')} value={shown} onChange={(to) => setShown(to as Shown)} data={[{ value: 'form', label: t('write.form') }, { value: 'preview', label: t('write.preview') }, { value: 'try', label: t('try.title') }]} />}
      <form ref={form} className="writing" data-shown={shown} noValidate onSubmit={(e) => { e.preventDefault(); store(); }}>
        <div className="writingform">
          {id === null && <Alike title={writing.form.title} />}
          <Fields id={id} form={writing.form} change={writing.change} error={error} />
        </div>
        <SidePane form={writing.form} change={writing.change} shown={shown} show={setShown} narrow={narrow} />
        <div className="applybar">
          {action.error && !theirs && !(action.error instanceof ApiProblem && action.error.fields.problems) && <Problem error={action.error} />}
          {work?.error != null && <Problem title={t('work.noNext')} error={work.error} retry={work.skip} />}
          {same && <p className="small" style={{ margin: 0 }}><Link to={`/bank/${same.id}`}>{same.title}</Link></p>}
          <div className="applyrow">
            <span className="grow small dim" role="status">{!writing.durable ? t('import.notDurable') : writing.dirty ? t('write.unsaved') : ''}</span>
            <Button variant="subtle" color="gray" component={Link} to={id ? `/bank/${id}` : '/bank'}>{t('write.leave')}</Button>
            {work && <Button variant="default" onClick={work.skip}>{t('work.skip')}</Button>}
            {work && <Button loading={action.isPending} disabled={!writing.dirty} onClick={() => store(undefined, work.next)} rightSection={<Keys of="mod+Enter" filled />}>{t('work.saveNext')}</Button>}
            {!work && <Button type="submit" loading={action.isPending} disabled={!writing.dirty && !question?.draft} rightSection={<Keys of="mod+S" filled />}>{publish ? (id ? t('write.publish', { version: Math.max(writing.base, question?.version ?? 0) + 1 }) : t('write.create')) : t('write.suggest')}</Button>}
          </div>
        </div>
      </form>
      {theirs && (
        <ConflictDialog key={`${theirs.what} ${theirs.version} ${theirs.draftBase}`} opened close={() => { setLooked(true); action.reset(); }} began={ancestor(writing, theirs)} mine={writing.form} theirs={theirs} language={writing.form.language}
          settle={(merged) => {
            const from = upon(writing, theirs);
            writing.rebase(from, merged);
            setLooked(true);
            action.reset();
            store({ ...from, form: merged });
          }} />
      )}
    </Page>
  );
}
