import { Avatar } from '@mantine/core';
import type { Person } from '../api/types';

/** A person's picture or initials; the name stands beside it or in a label, so this says nothing. */
export function Face({ person, size = 28 }: { person: Pick<Person, 'name' | 'avatarUrl'>; size?: number }) {
  return <Avatar aria-hidden size={size} src={person.avatarUrl || null} name={person.name} color="teal" alt="" />;
}
