package dev.mockingbird.gateway.person;

import static dev.mockingbird.gateway.person.Role.INTERVIEWER;
import static dev.mockingbird.gateway.person.Role.MEMBER;
import static dev.mockingbird.gateway.person.Role.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockingbird.gateway.problem.StartRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleSettingsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final RoleSettings LOGINS =
      new RoleSettings(List.of("Olga"), List.of(" ivan "), null, null, WEEK);
  private static final RoleSettings TEAMS =
      new RoleSettings(
          null,
          null,
          new RoleSettings.Team("Acme/People-Ops"),
          new RoleSettings.Team("acme/hiring"),
          WEEK);

  @Test
  void makesEverybodyAMember() {
    assertThat(LOGINS.of(person("chen"), NOW)).containsExactly(MEMBER);
  }

  @Test
  void knowsLoginsWhateverTheirCase() {
    assertThat(LOGINS.of(person("IVAN"), NOW)).containsExactlyInAnyOrder(INTERVIEWER, MEMBER);
  }

  @Test
  void letsAnOrganiserDoWhatAnInterviewerMay() {
    assertThat(LOGINS.of(person("olga"), NOW))
        .containsExactlyInAnyOrder(ORGANISER, INTERVIEWER, MEMBER);
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
    assertThat(new RoleSettings(null, null, new RoleSettings.Team(" "), null, WEEK).teams())
        .isEmpty();
  }

  @Test
  void believesInATeamForAWeekAfterTheLastSignIn() {
    Profile organiser =
        new Profile("github.com:1", "cara", "Cara", "", Set.of(ORGANISER), NOW.minus(WEEK));

    assertThat(TEAMS.of(organiser, NOW.minusSeconds(1))).contains(ORGANISER, INTERVIEWER);
    assertThat(TEAMS.of(organiser, NOW)).containsExactly(MEMBER);
    Profile ofAnOlderRelease =
        new Profile("github.com:1", "cara", "Cara", "", Set.of(ORGANISER), null);
    assertThat(TEAMS.of(ofAnOlderRelease, NOW)).containsExactly(MEMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hiring", "acme/", "/hiring", "acme/hiring/x", "@acme hiring"})
  void refusesATeamThatIsNotWrittenAsGitHubDoes(String team) {
    assertThatThrownBy(() -> new RoleSettings.Team(team))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("org/team");
  }

  private static Profile person(String login) {
    return new Profile("github.com:1", login, login, "", Set.of(), NOW);
  }
}
