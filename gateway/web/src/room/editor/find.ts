import { Compartment, type Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';

const searching = new Compartment();

function open(view: EditorView) {
  void import('@codemirror/search').then(({ search, searchKeymap, openSearchPanel }) => {
    if ((searching.get(view.state) as Extension[]).length === 0) {
      view.dispatch({ effects: searching.reconfigure([search({ top: true }), keymap.of(searchKeymap)]) });
    }
    openSearchPanel(view);
  }, () => {});
  return true;
}

/** Looking for words in the text; fetched when somebody first looks. */
export const find: Extension = [searching.of([]), keymap.of([{ key: 'Mod-f', run: open }])];
