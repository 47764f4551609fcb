import type { Proposal, Report, ReportQuestion, Scorer } from '../api/types';

/** How a scorer stands to the one that counts. */
export type Kind = 'newer' | 'earlier' | 'recalibrated' | 'other';
export type Change = { question: number; title: string; now: ReportQuestion; proposal: Proposal };
export type Offer = { scorer: Scorer; kind: Kind; changes: Change[]; overall: { now: number | null; would: number | null } };

const FAILURES = ['SCORING_FAILED', 'MODEL_UNAVAILABLE', 'LANGUAGE_MODEL_FAILED'];

/** A scorer that failed has said nothing that could count. */
export const isFailure = (proposal: Proposal) => proposal.status === 'NOT_SCORED' && FAILURES.includes(proposal.reason ?? '');

/** It is so far from the score that counts that somebody should read the answer. */
export const needsReview = (proposal: Proposal) => proposal.reason === 'NEEDS_REVIEW';

/** It would change what is shown, were it let to count. */
export const differs = (proposal: Proposal, now: ReportQuestion) =>
  proposal.status !== now.status || said(proposal) !== said(now) || (proposal.status === 'NOT_SCORED' && proposal.reason !== now.reason);
const said = ({ score, low, high }: Pick<Proposal, 'score' | 'low' | 'high'>) => [score, low, high].join(' ');

export const keyOf = ({ name, version, calibration = '' }: Scorer) => `${name} ${version} ${calibration}`;

function isNewer(version: string, than: string) {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}

export function kindOf(scorer: Scorer, counting: Scorer | null | undefined): Kind {
  if (!counting || scorer.name !== counting.name) return 'other';
  if (scorer.version !== counting.version) return isNewer(scorer.version, counting.version) ? 'newer' : 'earlier';
  return 'recalibrated';
}

const mean = (scores: (number | null | undefined)[]) => {
  const numbers = scores.filter((it) => typeof it === 'number');
  return numbers.length === 0 ? null : Math.round(numbers.reduce((sum, it) => sum + it, 0) / numbers.length);
};

/** What each scorer beside the counting one would change about the interview, were it let to count. */
export function offers({ questions }: Report): Offer[] {
  const found = new Map<string, Change[]>();
  for (const now of questions) {
    for (const proposal of now.proposals ?? []) {
      if (isFailure(proposal)) continue;
      const changes = found.get(keyOf(proposal.scorer)) ?? [];
      changes.push({ question: now.question, title: now.content.title, now, proposal });
      found.set(keyOf(proposal.scorer), changes);
    }
  }
  return [...found.values()].map((changes) => {
    const { scorer } = changes[0]!.proposal;
    const would = questions.map((q) => {
      const change = changes.find((it) => it.question === q.question);
      return change ? change.proposal.score : q.score;
    });
    return { scorer, kind: kindOf(scorer, changes[0]!.now.scorer), changes, overall: { now: mean(questions.map((q) => q.score)), would: mean(would) } };
  });
}
