import { EditorState, RangeSetBuilder, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { cspNonce } from '../nonce';
import { cursors, faces as shownFaces, type Face } from '../room/editor/cursors';
import { writing } from '../room/editor/extensions';
import { grammar, languageOf, shape } from '../room/editor/languages';
import { movePeer, peers, removePeer } from '../room/editor/peers';
import type { Player } from './player';
import { traceOf, type Trace } from './trace';

type Props = { player: Player; document: string; faces: ReadonlyMap<string, Face>; quote: string | null; label: string };

/** A document as it stood, with what was fresh in it and its writer's caret; it follows the player by itself, without React. */
export function RecordedText({ player, document, faces, quote, label }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const language = languageOf(document);
    let seen = seenAt(player, document);
    const view = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: seen.text ?? '',
        extensions: [
          peers,
          cursors,
          shownFaces.of(faces),
          inks,
          writing.of(shape(language)),
          EditorState.readOnly.of(true),
          EditorState.tabSize.of(4),
          EditorView.editable.of(false),
          EditorView.lineWrapping,
          EditorView.cspNonce.of(cspNonce()),
          EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
        ],
      }),
    });
    let gone = false;
    void grammar(language).then((extension) => {
      if (!gone) view.dispatch({ effects: writing.reconfigure([shape(language), extension]) });
    }, () => {});
    let pointed: string | null = null;
    const draw = () => {
      const { text, trace } = seen;
      const changes = difference(view.state.doc, text);
      const at = text && quote ? text.toString().indexOf(quote) : -1;
      const eye = at >= 0 ? at : trace?.caret;
      const person = trace?.person ?? null;
      const fresh = [...(trace?.fresh ?? [])];
      view.dispatch({
        ...(changes && { changes }),
        effects: [
          ink.of([...fresh.map((range) => ({ ...range, mark: freshMark })), ...(at >= 0 && quote ? [{ from: at, to: at + quote.length, mark: quoteMark }] : [])]),
          ...(pointed !== null && pointed !== person ? [removePeer.of(pointed)] : []),
          ...(trace ? [movePeer.of({ person: trace.person, anchor: trace.caret, head: trace.caret })] : []),
          ...(eye !== undefined ? [EditorView.scrollIntoView(Math.min(eye, text?.length ?? 0), { y: 'nearest', yMargin: 48 })] : []),
        ],
      });
      pointed = person;
    };
    draw();
    // The pane has its height only when everything beside it is drawn.
    const laidOut = requestAnimationFrame(draw);
    const unsubscribe = player.subscribe(() => {
      const now = seenAt(player, document);
      if (now.text === seen.text && same(now.trace, seen.trace)) return;
      seen = now;
      draw();
    });
    return () => {
      gone = true;
      cancelAnimationFrame(laidOut);
      unsubscribe();
      view.destroy();
    };
  }, [player, document, faces, quote, label]);
  return <div className="editor recorded"><div ref={host} /></div>;
}

function seenAt(player: Player, document: string): { text: Text | null; trace: Trace | null } {
  const { moment, spot, time } = player.current();
  return { text: moment?.texts[document]?.text ?? null, trace: spot && traceOf(spot, document, time) };
}

const same = (a: Trace | null, b: Trace | null) =>
  a?.caret === b?.caret && a?.person === b?.person && a?.fresh.length === b?.fresh.length && (a?.fresh ?? []).every((range, i) => range.from === b!.fresh[i]!.from && range.to === b!.fresh[i]!.to);

type Ink = { from: number; to: number; mark: Decoration };
const freshMark = Decoration.mark({ class: 'fresh' });
const quoteMark = Decoration.mark({ class: 'quoted' });
const ink = StateEffect.define<Ink[]>();

const inks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, transaction) {
    const effect = transaction.effects.find((e) => e.is(ink));
    return effect ? inked(effect.value, transaction.newDoc.length) : before.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function inked(marks: Ink[], length: number): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  marks.filter(({ from, to }) => from < to && to <= length).sort((a, b) => a.from - b.from).forEach(({ from, to, mark }) => builder.add(from, to, mark));
  return builder.finish();
}

/** What is between the common beginning and the common end, so that the eye keeps its place. */
function difference(before: Text, after: Text | null) {
  const [a, b] = [before.toString(), after?.toString() ?? ''];
  if (a === b) return null;
  let from = 0;
  const most = Math.min(a.length, b.length);
  while (from < most && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let end = 0;
  while (end < most - from && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return { from, to: a.length - end, insert: b.slice(from, b.length - end) };
}
