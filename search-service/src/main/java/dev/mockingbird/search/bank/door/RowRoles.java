package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Role;
import java.util.ArrayList;
import java.util.List;

/// What each line of a row holds: lines that several fields share count as the question's, then as
/// the answer's.
record RowRoles(Columns columns) {

  /// @return a role for each line from the row's first on
  List<Role> of(Table.Row row) {
    List<Role> roles = new ArrayList<>();
    for (int place = 0; place < row.fields().size(); place++) {
      Lines lines = row.lines(place);
      Role role = role(place);
      for (int line = lines.from(); line <= lines.to(); line++) {
        int index = line - row.line();
        if (index == roles.size()) {
          roles.add(role);
        } else if (rank(role) < rank(roles.get(index))) {
          roles.set(index, role);
        }
      }
    }
    return roles;
  }

  private Role role(int place) {
    if (columns.options().containsValue(place)) {
      return Role.BODY;
    }
    return columns
        .at(place)
        .map(
            column ->
                switch (column) {
                  case TITLE -> Role.QUESTION;
                  case BODY -> Role.BODY;
                  case REFERENCE -> Role.ANSWER;
                  default -> Role.DETAIL;
                })
        .orElse(Role.DETAIL);
  }

  private static int rank(Role role) {
    return switch (role) {
      case QUESTION -> 0;
      case ANSWER -> 1;
      case BODY -> 2;
      case DETAIL -> 3;
      case TOPIC, REQUIREMENT, IGNORED -> 4;
    };
  }
}
