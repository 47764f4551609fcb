import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { ScoredKeyPoint, Span } from '../../api/types';
import { cspNonce } from '../../nonce';
import { evidenceMarks, light, showEvidence } from './evidenceMarks';
import '../../room/editor/editor.css';

export type Writing = { select: (span: Span) => void; focus: () => void };

type Props = {
  text: string;
  change: (text: string) => void;
  label: string;
  placeholder: string;
  lang: string;
  /** Evidence in `of`; it is shown where the text still is that. */
  points: ScoredKeyPoint[];
  of: string;
  lit: number | null;
  autoFocus: boolean;
  handle: Ref<Writing>;
};

/** A plain text field in which evidence is marked where it stands. Tab leaves it. */
export function TrialEditor({ text, change, label, placeholder, lang, points, of, lit, autoFocus, handle }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const looks = useRef(new Compartment());
  const changed = useRef(change);
  changed.current = change;
  const wording = () => [EditorView.contentAttributes.of({ 'aria-label': label, lang, spellcheck: 'false' }), placeholderText(placeholder)];
  useEffect(() => {
    const created = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: text,
        extensions: [
          history(),
          drawSelection(),
          evidenceMarks,
          EditorView.lineWrapping,
          EditorView.cspNonce.of(cspNonce()),
          keymap.of([...standardKeymap, ...historyKeymap]),
          EditorView.updateListener.of(({ docChanged, state }) => { if (docChanged) changed.current(state.doc.toString()); }),
          looks.current.of(wording()),
        ],
      }),
    });
    view.current = created;
    if (autoFocus) created.focus();
    return () => {
      created.destroy();
      view.current = null;
    };
  }, []);
  useEffect(() => view.current?.dispatch({ effects: looks.current.reconfigure(wording()) }), [label, placeholder, lang]);
  useEffect(() => {
    const { state } = view.current!;
    if (state.doc.toString() !== text) view.current!.dispatch({ changes: { from: 0, to: state.doc.length, insert: text } });
  }, [text]);
  useEffect(() => {
    // Marks put under a character that is still being composed would break the composition off.
    if (!view.current!.composing && view.current!.state.doc.toString() === of) view.current!.dispatch({ effects: showEvidence.of(points) });
  }, [points, of, text]);
  useEffect(() => view.current?.dispatch({ effects: light.of(lit) }), [lit]);
  useImperativeHandle(handle, () => ({
    focus: () => view.current?.focus(),
    select: ({ from, to }) => {
      const at = view.current;
      if (!at || to > at.state.doc.length) return;
      at.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      at.focus();
    },
  }), []);
  return <div className="editor trialeditor" data-language="text"><div ref={host} /></div>;
}
