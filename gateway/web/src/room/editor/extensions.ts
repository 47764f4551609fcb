import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { cspNonce } from '../../nonce';
import { cursors } from './cursors';
import { limits } from './limits';
import { find } from './find';
import { typeOver } from './typeOver';

/** What depends on who looks: read-only or not, label, placeholder. */
export const mode = new Compartment();
/** Highlighting and indentation, when they are there. */
export const writing = new Compartment();

/** Chooses the language here; CodeMirror would select the line besides. */
const ROOM_KEY = 'Alt-l';

export const editorExtensions = (): Extension => [
  history(),
  drawSelection(),
  cursors,
  limits,
  typeOver,
  EditorView.lineWrapping,
  EditorView.cspNonce.of(cspNonce()),
  find,
  // Escape, then Tab leaves the editor; Tab alone indents.
  keymap.of([...defaultKeymap.filter(({ key }) => key !== ROOM_KEY), ...historyKeymap, indentWithTab]),
  EditorState.tabSize.of(4),
  mode.of(EditorState.readOnly.of(true)),
  writing.of([]),
];
