const NAMES: Record<string, string> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift', Equal: '+', Enter: '↵' };

/** The caps of a hotkey as it is bound, `alt+shift+C`. */
export const caps = (keys: string) => keys.split('+').map((key) => NAMES[key] ?? key.replace('Digit', ''));

/** The same for `aria-keyshortcuts`. */
export const ariaKeys = (keys: string) => keys.replace('mod', 'Control').replace('alt', 'Alt').replace('shift', 'Shift').replace('Digit', '').replace('Equal', 'Plus');

/** Beside the words of a button, where there is a keyboard. */
export function Keys({ of, filled = false }: { of: string; filled?: boolean }) {
  return <kbd className={filled ? 'roomy onfilled' : 'roomy'} aria-hidden>{caps(of).join(' ')}</kbd>;
}
