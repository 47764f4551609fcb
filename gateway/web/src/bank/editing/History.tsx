import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { post } from '../../api/http';
import { isOrganiser, questionQuery, useAction, useMe, usePeople, versionsQuery } from '../../api/queries';
import type { PastVersion, QuestionForm } from '../../api/types';
import { Empty, Lines, Page } from '../../shell/Page';
import { Problem } from '../../shell/Problem';
import { useWhen } from '../../shell/when';
import { WordDiff } from '../WordDiff';
import { blank, changedFields, textOf } from './form';
import '../bank.css';

/** Everything that happened to a question: who, when, and which words; an earlier wording can count again. */
export default function History() {
  const { t } = useTranslation();
  const when = useWhen();
  const { id = '' } = useParams();
  const me = useMe();
  const question = useQuery(questionQuery(id));
  const versions = useQuery(versionsQuery(id));
  const items = versions.data?.items ?? [];
  const name = usePeople(items.map((it) => it.by));
  const [at, setAt] = useState(0);
  const chosen = items[Math.min(at, items.length - 1)];
  const restore = useAction((version: number, key) => post(`/api/bank/questions/${encodeURIComponent(id)}/restore`, { version, base: question.data?.version ?? 0 }, key), ['question', 'questions']);
  const latest = question.data?.version;
  return (
    <Page title={t('history.title')} lead={question.data && <Link to={`/bank/${id}`} lang={question.data.language === 'zh' ? 'zh-CN' : 'en'}>{question.data.title}</Link>}>
      {versions.isPending && <Lines label={t('loading')} />}
      {versions.error && <Problem error={versions.error} retry={() => void versions.refetch()} />}
      {versions.data && items.length === 0 && <Empty icon={<IconHistory size={42} stroke={1.2} />} title={t('history.none')} />}
      {chosen && (
        <div className="history">
          <ol className="versions" aria-label={t('history.title')}>
            {items.map((it, i) => (
              <li key={i}>
                <button className="plain planitem versionitem" aria-current={it === chosen} onClick={() => setAt(i)}>
                  <span className="what">{t(`history.kind.${it.kind}`, { defaultValue: it.kind, version: it.version })}</span>
                  <span className="state nums">{name(it.by).name} · {when.at(it.at)}{it.batch && <> · {it.source ?? t('history.import')}</>}</span>
                </button>
              </li>
            ))}
          </ol>
          <section className="card" aria-label={t('history.changes')}>
            {chosen.reason && <p>{t('question.reason', { reason: chosen.reason })}</p>}
            <Changes version={chosen} before={items.slice(items.indexOf(chosen) + 1).find((it) => it.form && it.kind !== 'drafted')?.form ?? null} />
            {restore.error && <Problem error={restore.error} />}
            {isOrganiser(me.data) && chosen.form && chosen.kind !== 'drafted' && chosen.version !== latest && !question.data?.retired && (
              <Button mt="lg" variant="default" loading={restore.isPending} onClick={() => restore.mutate(chosen.version, { onSuccess: () => setAt(0) })}>{t('history.restore', { version: chosen.version })}</Button>
            )}
          </section>
        </div>
      )}
    </Page>
  );
}

function Changes({ version, before }: { version: PastVersion; before: QuestionForm | null }) {
  const { t } = useTranslation();
  const { form } = version;
  if (!form) return <p className="dim">{t('history.noWords')}</p>;
  const from = before ?? blank(form.language);
  const changed = changedFields(from, form).filter((field) => textOf(from, field) !== textOf(form, field));
  return (
    <>
      {before === null && <p className="dim small">{t('history.first')}</p>}
      {before !== null && changed.length === 0 && <p className="dim">{t('history.same')}</p>}
      {changed.map((field) => (
        <div key={field} className="change">
          <h2>{t(`field.${field}`)}</h2>
          <WordDiff before={textOf(from, field)} after={textOf(form, field)} lang={form.language} />
        </div>
      ))}
    </>
  );
}
