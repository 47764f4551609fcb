import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Mark } from './landmarks';
import type { Player } from './player';
import type { Recording } from './recording';
import type { Quoted } from './Stage';
import { firstStood } from './words';

/** Goes where the link leads: to a position, a question, or the words of an answer that a score rests on. */
export function useLink(recording: Recording, player: Player, marks: Mark[], from: number, pin: (question: number | null) => void) {
  const [params] = useSearchParams();
  const [quoted, setQuoted] = useState<Quoted | null>(null);
  const [looking, setLooking] = useState(false);
  const wanted = params.toString();
  useEffect(() => {
    const question = Number(params.get('question')) || null;
    const asked = marks.find((mark) => mark.type === 'question-asked' && mark.question === question);
    const [first, last] = (params.get('words') ?? '').split('-').map(Number);
    const attempt = Number(params.get('attempt')) || null;
    const submitted = marks.findLast((mark) => mark.type === 'answer-submitted' && mark.question === question && (attempt === null || mark.attempt === undefined || mark.attempt === attempt));
    let gone = false;
    setQuoted(null);
    setLooking(false);
    pin(null);
    if (params.get('at') !== null) void player.seekPosition(Number(params.get('at')) || 0);
    else if (asked && submitted && first !== undefined && last !== undefined && last > first) {
      void player.seekPosition(submitted.position);
      setLooking(true);
      void firstStood(recording, asked.position, submitted.position, { from: first, to: last }).then((found) => {
        if (!found || gone) return;
        const { page, index } = found.spot;
        const standsAt = page.frames[index - 1]?.at ?? submitted.time;
        setQuoted({ document: found.document, quote: found.quote, written: found.written, standsAt, submittedAt: submitted.time });
        // Unless somebody has gone elsewhere meanwhile.
        if (player.current().time === submitted.time) void player.seek(standsAt);
      }).catch(() => {
        // The submission is shown; the words in it are looked for again with the next visit.
      }).finally(() => { if (!gone) setLooking(false); });
    } else if (asked) void player.seekPosition(asked.position);
    else void player.seek(from);
    return () => { gone = true; };
  }, [player, recording, wanted]);
  return { quoted, looking };
}
