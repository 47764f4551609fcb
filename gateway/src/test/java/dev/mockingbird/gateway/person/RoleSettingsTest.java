package dev.mockingbird.gateway.person;

import static dev.mockingbird.gateway.person.Role.INTERVIEWER;
import static dev.mockingbird.gateway.person.Role.MEMBER;
import static dev.mockingbird.gateway.person.Role.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleSettingsTest {

  private static final RoleSettings LOGINS =
      new RoleSettings(List.of("Olga"), List.of(" ivan "), null, null);
  private static final RoleSettings TEAMS =
      new RoleSettings(
          null,
          null,
          new RoleSettings.Team("Acme/People-Ops"),
          new RoleSettings.Team("acme/hiring"));

  @Test
  void makesEverybodyAMember() {
    assertThat(LOGINS.of(person("chen"))).containsExactly(MEMBER);
  }

  @Test
  void knowsLoginsWhateverTheirCase() {
    assertThat(LOGINS.of(person("IVAN"))).containsExactlyInAnyOrder(INTERVIEWER, MEMBER);
  }

  @Test
  void letsAnOrganiserDoWhatAnInterviewerMay() {
    assertThat(LOGINS.of(person("olga"))).containsExactlyInAnyOrder(ORGANISER, INTERVIEWER, MEMBER);
  }

  @Test
  void takesRolesFromTeamsOfTheRightOrganisationOnly() {
    assertThat(TEAMS.ofTeams(Set.of("acme/people-ops"))).containsExactly(ORGANISER);
    assertThat(TEAMS.ofTeams(Set.of("acme/hiring", "acme/x"))).containsExactly(INTERVIEWER);
    assertThat(TEAMS.ofTeams(Set.of("evil/hiring", "hiring"))).isEmpty();
  }

  @Test
  void asksForTeamsOnlyWhenOneIsNamed() {
    assertThat(TEAMS.namesTeams()).isTrue();
    assertThat(LOGINS.namesTeams()).isFalse();
    assertThat(new RoleSettings(null, null, new RoleSettings.Team(" "), null).namesTeams())
        .isFalse();
  }

  private static Profile person(String login) {
    return new Profile("github.com:1", login, login, "", Set.of());
  }
}
