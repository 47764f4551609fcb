import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { SharedDocument } from './collab';
import { mode } from './editorExtensions';

type Props = {
  document: SharedDocument;
  editable: boolean;
  label: string;
  placeholder: string;
  onSubmit?: () => void;
  autoFocus?: boolean;
};

/** CodeMirror on a shared document; the document owns the state, the view shows it. */
export function Editor({ document, editable, label, placeholder, onSubmit, autoFocus }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const submit = useRef(onSubmit);
  submit.current = onSubmit;
  useEffect(() => {
    const view = new EditorView({
      parent: host.current!,
      state: document.state,
      dispatchTransactions: (transactions) => transactions.forEach((transaction) => document.apply(transaction)),
    });
    const configure = () =>
      document.dispatch({
        effects: mode.reconfigure([
          EditorState.readOnly.of(!editable),
          EditorView.editable.of(editable),
          EditorView.contentAttributes.of({ 'aria-label': label, ...(editable ? {} : { tabindex: '0', 'aria-readonly': 'true' }) }),
          placeholderText(placeholder),
          Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => (submit.current?.(), true) }])),
        ]),
      });
    document.attach({ update: (transaction) => view.update([transaction]) });
    document.onReset = (state) => {
      view.setState(state);
      configure();
    };
    configure();
    if (autoFocus && editable) view.focus();
    return () => {
      document.attach(null);
      document.onReset = null;
      view.destroy();
    };
  }, [document, editable, label, placeholder, autoFocus]);
  return <div className="editor"><div ref={host} /></div>;
}
