package dev.mockingbird.gateway.person;

import static dev.mockingbird.gateway.person.Role.INTERVIEWER;
import static dev.mockingbird.gateway.person.Role.MEMBER;
import static dev.mockingbird.gateway.person.Role.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockingbird.gateway.problem.StartRefused;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void namesTheTeamsToAskGitHubFor() {
    assertThat(TEAMS.teams()).containsExactlyInAnyOrder("acme/people-ops", "acme/hiring");
    assertThat(LOGINS.teams()).isEmpty();
    assertThat(new RoleSettings(null, null, new RoleSettings.Team(" "), null).teams()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hiring", "acme/", "/hiring", "acme/hiring/x", "@acme hiring"})
  void refusesATeamThatIsNotWrittenAsGitHubDoes(String team) {
    assertThatThrownBy(() -> new RoleSettings.Team(team))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("org/team");
  }

  private static Profile person(String login) {
    return new Profile("github.com:1", login, login, "", Set.of());
  }
}
