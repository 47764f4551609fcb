/** Whose desk somebody sits at. */
export type Desk = 'interviewer' | 'observer' | 'candidate';
type Action = { keys: string | readonly string[]; at: readonly Desk[] };

const INTERVIEWER = ['interviewer'] as const;
const STAFF = ['interviewer', 'observer'] as const;
const SPEAKERS = ['interviewer', 'candidate'] as const;
const CANDIDATE = ['candidate'] as const;
const EVERYBODY = ['interviewer', 'observer', 'candidate'] as const;

/**
 * Everything that can be done in a room, once. The keys that are bound, the command palette and the help are all made of
 * this list, and a desk that leaves one of its actions out does not compile. The names are `action.<id>`.
 */
export const roomActions = {
  ask: { keys: 'alt+A', at: INTERVIEWER },
  find: { keys: 'alt+S', at: INTERVIEWER },
  hint: { keys: 'alt+H', at: INTERVIEWER },
  followUp: { keys: 'alt+U', at: INTERVIEWER },
  keyPoint: { keys: ['alt+Digit1', 'alt+Digit2', 'alt+Digit3', 'alt+Digit4', 'alt+Digit5', 'alt+Digit6', 'alt+Digit7', 'alt+Digit8', 'alt+Digit9'], at: INTERVIEWER },
  submit: { keys: 'mod+Enter', at: CANDIDATE },
  run: { keys: 'alt+X', at: SPEAKERS },
  language: { keys: 'alt+L', at: SPEAKERS },
  editor: { keys: 'alt+E', at: EVERYBODY },
  next: { keys: 'alt+J', at: EVERYBODY },
  previous: { keys: 'alt+K', at: EVERYBODY },
  chat: { keys: 'alt+C', at: EVERYBODY },
  note: { keys: 'alt+N', at: STAFF },
  reference: { keys: 'alt+R', at: STAFF },
  people: { keys: 'alt+P', at: STAFF },
  focus: { keys: 'alt+F', at: SPEAKERS },
  moreTime: { keys: 'alt+Equal', at: INTERVIEWER },
  time: { keys: 'alt+T', at: INTERVIEWER },
  admit: { keys: 'alt+I', at: INTERVIEWER },
  call: { keys: 'alt+M', at: EVERYBODY },
  callLink: { keys: 'alt+shift+C', at: INTERVIEWER },
  release: { keys: 'alt+G', at: INTERVIEWER },
  end: { keys: 'alt+Q', at: INTERVIEWER },
  reconnect: { keys: 'alt+shift+R', at: EVERYBODY },
} as const satisfies Record<string, Action>;

export type ActionId = keyof typeof roomActions;
export type ActionsAt<D extends Desk> = { [Id in ActionId]: D extends (typeof roomActions)[Id]['at'][number] ? Id : never }[ActionId];

/** One thing to do now. `whyNot` says in words what is in its way; what makes no sense at the moment is `absent`. */
export type Doing = { run: () => void; whyNot?: string | null; absent?: boolean; label?: string };
export type Doings<D extends Desk> = Record<ActionsAt<D>, Doing | Doing[]>;

export const actionsAt = (desk: Desk) => (Object.keys(roomActions) as ActionId[]).filter((id) => (roomActions[id].at as readonly Desk[]).includes(desk));

/** The keys of an action, the `n`th of a row of them. */
export const keysOf = (id: ActionId, n = 0): string => {
  const { keys } = roomActions[id] as Action;
  return typeof keys === 'string' ? keys : keys[n]!;
};
