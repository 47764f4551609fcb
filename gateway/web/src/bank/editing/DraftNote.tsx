import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { remove } from '../../api/http';
import { isOrganiser, useAction, usePeople } from '../../api/queries';
import type { BankQuestion, Me } from '../../api/types';
import { Problem } from '../../shell/Problem';
import { useWhen } from '../../shell/when';
import { WordDiff } from '../WordDiff';
import { changedFields, formOf, textOf } from './form';

/** Somebody suggests a change: what it would change, and what to do about it. */
export function DraftNote({ question, me }: { question: BankQuestion; me: Me }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { draft, draftBy, draftAt, id } = question;
  const name = usePeople(draftBy ? [draftBy] : []);
  const discard = useAction((_: null, key) => remove(`/api/bank/questions/${encodeURIComponent(id)}/draft`, key), ['question', 'drafts']);
  if (!draft) return null;
  const now = formOf(question);
  const organiser = isOrganiser(me);
  return (
    <div className="note">
      <p style={{ margin: 0 }}><strong>{t('draft.suggested')}</strong> <span className="dim">{name(draftBy ?? '').name} · {when.at(draftAt)}</span></p>
      <details><summary className="small">{t('draft.changes')}</summary>
        {changedFields(now, draft).map((field) => <div key={field} className="change"><h2>{t(`field.${field}`)}</h2><WordDiff before={textOf(now, field)} after={textOf(draft, field)} lang={draft.language} /></div>)}
      </details>
      <div className="tools" style={{ marginTop: 10 }}>
        <Button component={Link} to={`/bank/${id}/edit`} size="xs">{organiser ? t('draft.review') : t('draft.goOn')}</Button>
        {(organiser || draftBy === me.id) && <Button size="xs" variant="subtle" color="red" loading={discard.isPending} onClick={() => discard.mutate(null)}>{t('drafts.discard')}</Button>}
      </div>
      {discard.error && <Problem error={discard.error} />}
    </div>
  );
}
