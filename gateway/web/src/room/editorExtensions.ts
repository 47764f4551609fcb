import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { cspNonce } from '../nonce';

/** What depends on who looks: read-only or not, label, placeholder. */
export const mode = new Compartment();

export const editorExtensions = (): Extension => [
  history(),
  drawSelection(),
  EditorView.lineWrapping,
  EditorView.cspNonce.of(cspNonce()),
  // Escape, then Tab leaves the editor; Tab alone indents.
  keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
  EditorState.tabSize.of(2),
  mode.of(EditorState.readOnly.of(true)),
];
