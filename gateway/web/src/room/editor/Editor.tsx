import { EditorState, Prec, Transaction, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { SharedDocument } from '../collab';
import { faces as shownFaces, type Face } from './cursors';
import { mode, writing } from './extensions';
import { grammar, languageOf, shape } from './languages';
import { tooMuch, type TooMuch } from './limits';
import { inPieces } from './pieces';

type Props = {
  document: SharedDocument;
  editable: boolean;
  label: string;
  placeholder: string;
  onSubmit?: () => void;
  autoFocus?: boolean;
  faces?: ReadonlyMap<string, Face>;
  /** CodeMirror's own few words in the language of the page. */
  phrases?: Record<string, string>;
  onMove?: () => void;
  onTooMuch?: (much: TooMuch | null) => void;
};

const nobody: ReadonlyMap<string, Face> = new Map();

/** CodeMirror on a shared document; the document owns the state, the view shows it. */
export function Editor(props: Props) {
  const { document, editable, label, placeholder, faces = nobody, phrases } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  /** Null before the first document: another one takes the focus only from the one before it. */
  const hadFocus = useRef<boolean>(null);
  const latest = useRef(props);
  latest.current = props;
  const looks = (): Extension => [
    EditorState.readOnly.of(!editable),
    EditorView.editable.of(editable),
    EditorView.contentAttributes.of({ 'aria-label': label, ...(editable ? {} : { tabindex: '0', 'aria-readonly': 'true' }) }),
    placeholderText(placeholder),
    shownFaces.of(faces),
    EditorState.phrases.of(phrases ?? {}),
    Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => (latest.current.onSubmit?.(), true) }])),
    EditorView.updateListener.of(({ transactions, selectionSet }) => {
      const mine = transactions.filter((t) => t.docChanged && !t.annotation(Transaction.remote));
      if (mine.length > 0 || selectionSet) latest.current.onMove?.();
      if (mine.length > 0) latest.current.onTooMuch?.(null);
      for (const effect of transactions.flatMap((t) => t.effects)) if (effect.is(tooMuch)) latest.current.onTooMuch?.(effect.value);
    }),
  ];
  const looksNow = useRef(looks);
  looksNow.current = looks;
  useEffect(() => {
    const created = new EditorView({
      parent: host.current!,
      state: document.state,
      dispatchTransactions: (transactions) => {
        for (const transaction of transactions) {
          const pieces = inPieces(transaction);
          if (pieces) for (const piece of pieces) document.dispatch(piece);
          else document.apply(transaction);
        }
      },
    });
    view.current = created;
    const language = languageOf(document.id);
    let parsed: Extension = [];
    let gone = false;
    const configure = () => document.dispatch({ effects: [mode.reconfigure(looksNow.current()), writing.reconfigure([shape(language), parsed])] });
    document.attach({ update: (transaction) => created.update([transaction]) });
    document.onReset = (state) => {
      created.setState(state);
      configure();
    };
    configure();
    void grammar(language).then((extension) => {
      if (gone) return;
      parsed = extension;
      configure();
    }, () => {
      // Without its colours the text is as good; the next document tries again.
    });
    if (hadFocus.current ?? (latest.current.autoFocus && latest.current.editable)) created.focus();
    return () => {
      gone = true;
      hadFocus.current = created.hasFocus;
      document.attach(null);
      document.onReset = null;
      created.destroy();
      view.current = null;
    };
  }, [document]);
  useEffect(() => {
    if (view.current) document.dispatch({ effects: mode.reconfigure(looksNow.current()) });
  }, [document, editable, label, placeholder, faces, phrases]);
  return <div className="editor" data-language={languageOf(document.id)}><div ref={host} /></div>;
}
