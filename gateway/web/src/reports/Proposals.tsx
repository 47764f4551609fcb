import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languageModelQuery } from '../api/queries';
import type { Proposal, ReportQuestion } from '../api/types';
import { useReasons } from '../scores/useReasons';
import { Problem } from '../shell/Problem';
import { Said } from './Said';
import { differs, isFailure, keyOf, kindOf, needsReview } from './proposals';
import { isLanguageModel, useAccept, useAskAgain } from './useReport';

type Props = { interview: string; q: ReportQuestion; mayAccept: boolean };

/** What other scorers say of an answer, beside the score that counts. */
export function Proposals({ interview, q, mayAccept }: Props) {
  const { t } = useTranslation();
  const accept = useAccept(interview);
  const again = useAskAgain(interview, q.question);
  const found = (q.proposals ?? []).filter((it) => isFailure(it) || needsReview(it) || differs(it, q));
  if (found.length === 0) return null;
  return (
    <section className="proposals noprint" aria-label={t('proposal.section', { n: q.question })}>
      {found.map((proposal) => <Line key={keyOf(proposal.scorer)} proposal={proposal} q={q} accept={mayAccept ? accept.mutate : null} busy={accept.isPending} again={again} />)}
      <p className="tiny dim">{t('proposal.staffOnly')}{!mayAccept && `${t('gap')}${t('proposal.mayNot')}`}</p>
      <p className="unseen" role="status">{accept.isSuccess && t('proposal.accepted', { scorer: nameOf(t, accept.variables.scorer) })}</p>
      <p className="unseen" role="status">{again.isSuccess && t('proposal.askedAgain')}</p>
      {accept.error && <Problem error={accept.error} />}
    </section>
  );
}

function Line({ proposal, q, accept, busy, again }: { proposal: Proposal; q: ReportQuestion; accept: ReturnType<typeof useAccept>['mutate'] | null; busy: boolean; again: ReturnType<typeof useAskAgain> }) {
  const { t } = useTranslation();
  const { reason } = useReasons();
  const { scorer } = proposal;
  return (
    <div className="proposal">
      <div className="grow">
        {isFailure(proposal) ? <div className="dim">{t(isLanguageModel(scorer) ? 'proposal.failedModel' : 'proposal.failed')}</div> : (
          <>
            <div>{t(`proposal.${kindOf(scorer, q.scorer)}`)} <b className="nums"><Said {...proposal} /></b> {needsReview(proposal) && <span className="tag PARTLY">{t('proposal.review')}</span>}</div>
            {proposal.reason && <div className="small dim">{reason(proposal.reason)}</div>}
          </>
        )}
        <div className="tiny dim nums">{nameOf(t, scorer)}</div>
      </div>
      {isFailure(proposal) && isLanguageModel(scorer) && <AskAgain n={q.question} again={again} />}
      {accept && !isFailure(proposal) && <Button size="xs" variant="default" loading={busy} aria-label={t('proposal.acceptLabel', { scorer: nameOf(t, scorer), n: q.question })} onClick={() => accept({ scorer, questions: [q.question] })}>{t('proposal.accept')}</Button>}
    </div>
  );
}

/** There only where a language model is still asked. */
function AskAgain({ n, again }: { n: number; again: ReturnType<typeof useAskAgain> }) {
  const { t } = useTranslation();
  const { data } = useQuery(languageModelQuery);
  if (!data?.asked) return null;
  return (
    <>
      <Button size="xs" variant="default" loading={again.isPending} aria-label={t('proposal.askAgainLabel', { n })} onClick={() => again.mutate()}>{t('proposal.askAgain')}</Button>
      {again.error && !again.isPending && <Problem title={t('report.failedAgain')} error={again.error} />}
    </>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

/** A scorer in words: its name, version and calibration. */
export const nameOf = (t: Translate, { name, version, calibration }: Proposal['scorer']) =>
  [`${name} ${version}`, ...(calibration ? [t('score.calibration', { name: calibration })] : [])].join(t('comma'));
