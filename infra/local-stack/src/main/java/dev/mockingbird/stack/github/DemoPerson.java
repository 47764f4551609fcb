package dev.mockingbird.stack.github;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The people anybody may sign in as on the demo.
public enum DemoPerson {
  OLIVIA(1001, "林婉 Olivia", "Organiser", "组织者"),
  IVAN(1002, "伊万 Ivan", "Interviewer", "面试官"),
  CHEN(1003, "陈晨 Chen", "Candidate", "候选人"),
  MEI(1004, "美 Mei", "Candidate", "候选人");

  private final int id;
  private final String displayName;
  private final String role;
  private final String roleInChinese;

  DemoPerson(int id, String displayName, String role, String roleInChinese) {
    this.id = id;
    this.displayName = displayName;
    this.role = role;
    this.roleInChinese = roleInChinese;
  }

  public String login() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public int id() {
    return id;
  }

  public String displayName() {
    return displayName;
  }

  public String role() {
    return role;
  }

  String roleInChinese() {
    return roleInChinese;
  }

  static Optional<DemoPerson> withLogin(@Nullable String login) {
    return Arrays.stream(values()).filter(person -> person.login().equals(login)).findFirst();
  }

  String userJson() {
    return """
        {"login":"%1$s","id":%2$d,"node_id":"demo-%2$d","avatar_url":"","html_url":"","type":"User","site_admin":false,\
        "name":"%3$s","email":null}"""
        .formatted(login(), id, displayName);
  }

  String emailsJson() {
    return """
        [{"email":"%s@example.com","primary":true,"verified":true,"visibility":"private"}]"""
        .formatted(login());
  }
}
