import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../api/http';
import { useAction, usePeople } from '../../api/queries';
import type { BankQuestion } from '../../api/types';
import { Dialog } from '../../shell/Dialog';
import { Problem } from '../../shell/Problem';
import { useWhen } from '../../shell/when';
import { HadIt } from './HadIt';

const address = (id: string, what: string) => `/api/bank/questions/${encodeURIComponent(id)}/${what}`;

/** Takes a question out of use: nothing of it is lost, and it can come back. */
export function RetireDialog({ question, opened, close }: { question: BankQuestion; opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [touched, setTouched] = useState(false);
  const retire = useAction((input: { reason: string }, key) => post(address(question.id, 'retire'), input, key), ['question', 'questions']);
  const submit = () => {
    setTouched(true);
    if (reason.trim()) retire.mutate({ reason: reason.trim() }, { onSuccess: close });
  };
  return (
    <Dialog opened={opened} close={close} title={t('retire.title')}>
      <form className="stack" noValidate onSubmit={(e) => { e.preventDefault(); submit(); }}>
        <p style={{ margin: 0 }}>{t('retire.text')}</p>
        <Textarea data-autofocus label={t('retire.reason')} placeholder={t('retire.reasonHint')} value={reason} maxLength={500} onChange={(e) => setReason(e.currentTarget.value)} error={touched && !reason.trim() ? t('retire.reasonNeeded') : null} />
        <HadIt id={question.id} />
        {retire.error && <Problem error={retire.error} />}
        <div className="choices" style={{ margin: 0 }}>
          <Button variant="default" onClick={close}>{t('cancel')}</Button>
          <Button type="submit" loading={retire.isPending}>{t('retire.yes')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** On a question that is out of use: since when, why, and the way back. */
export function Retired({ question, organiser }: { question: BankQuestion; organiser: boolean }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { retired } = question;
  const name = usePeople(retired ? [retired.by] : []);
  const reinstate = useAction((_: null, key) => post(address(question.id, 'reinstate'), {}, key), ['question', 'questions']);
  if (!retired) return null;
  return (
    <div className="note warn" role="status">
      <p style={{ margin: 0 }}><strong>{t('question.retired')}</strong> {t('question.retiredBy', { name: name(retired.by).name, when: when.at(retired.at) })} {retired.reason && t('question.reason', { reason: retired.reason })}</p>
      {organiser && <Button mt="xs" size="xs" variant="default" loading={reinstate.isPending} onClick={() => reinstate.mutate(null)}>{t('question.reinstate')}</Button>}
      {reinstate.error && <Problem error={reinstate.error} />}
    </div>
  );
}
