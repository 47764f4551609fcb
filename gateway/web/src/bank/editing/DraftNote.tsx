import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isOrganiser, usePeople, versionsQuery } from '../../api/queries';
import type { BankQuestion, Me } from '../../api/types';
import { Problem } from '../../shell/Problem';
import { useWhen } from '../../shell/when';
import { WordDiff } from '../WordDiff';
import { changedFields, formOf, textOf } from './form';
import { isBehind, saidAt } from './saving';
import { useDiscardDraft } from './useDiscardDraft';

/** Somebody suggests a change: what it would change, and what to do about it. */
export function DraftNote({ question, me }: { question: BankQuestion; me: Me }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { draft, draftBy, draftAt, draftOn, draftBase, id } = question;
  const behind = isBehind(question);
  const versions = useQuery({ ...versionsQuery(id), enabled: behind });
  const name = usePeople(draftBy ? [draftBy] : []);
  const discard = useDiscardDraft();
  if (!draft) return null;
  const from = behind ? versions.data && saidAt(draftOn ?? 0, versions.data.items, question.language) : formOf(question);
  const organiser = isOrganiser(me);
  return (
    <div className="note">
      <p style={{ margin: 0 }}><strong>{t('draft.suggested')}</strong> <span className="dim">{name(draftBy ?? '').name} · {when.at(draftAt)}</span></p>
      {behind && <p className="small">{t('draft.behind', { on: draftOn, version: question.version })}</p>}
      {from && <details><summary className="small">{t('draft.changes')}</summary>
        {changedFields(from, draft).map((field) => <div key={field} className="change"><h2>{t(`field.${field}`)}</h2><WordDiff before={textOf(from, field)} after={textOf(draft, field)} lang={draft.language} /></div>)}
      </details>}
      <div className="tools" style={{ marginTop: 10 }}>
        <Button component={Link} to={`/bank/${id}/edit`} size="xs">{organiser ? t('draft.review') : t('draft.goOn')}</Button>
        {(organiser || draftBy === me.id) && <Button size="xs" variant="subtle" color="red" loading={discard.isPending} onClick={() => discard.mutate({ id, draftBase: draftBase ?? 0 })}>{t('drafts.discard')}</Button>}
      </div>
      {discard.error && <Problem error={discard.error} />}
    </div>
  );
}
