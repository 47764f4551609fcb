package dev.mockingbird.gateway.person;

import dev.mockingbird.gateway.problem.StartRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who is organiser or interviewer: GitHub logins, or the members of a team (`org/team`).
///
/// @param teamRolesHold how long after a sign-in GitHub's word on teams is believed. A session ends
///   sooner; this is for personal access tokens, which would else keep the power of somebody who
///   left the team for as long as a year.
@ConfigurationProperties("mockingbird")
public record RoleSettings(
    @Nullable List<String> organisers,
    @Nullable List<String> interviewers,
    @Nullable Team organiser,
    @Nullable Team interviewer,
    @DefaultValue("7d") Duration teamRolesHold) {

  public record Team(@Nullable String team) {

    private static final Pattern ORG_AND_TEAM = Pattern.compile("[^/\\s]+/[^/\\s]+");

    public Team {
      if (team != null && !team.isBlank() && !ORG_AND_TEAM.matcher(team.strip()).matches()) {
        throw new StartRefused(
            "A team is written org/team, as in the address of its page at GitHub, not " + team);
      }
    }
  }

  /// The teams that give roles, as `org/team` in lower case.
  public Set<String> teams() {
    return Stream.of(organiser, interviewer)
        .flatMap(team -> Stream.ofNullable(name(team)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Roles that come from teams.
  public Set<Role> ofTeams(Set<String> teams) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (contains(teams, organiser)) {
      roles.add(Role.ORGANISER);
    }
    if (contains(teams, interviewer)) {
      roles.add(Role.INTERVIEWER);
    }
    return roles;
  }

  /// Everybody is a member, and an organiser may do what an interviewer may.
  public Set<Role> of(Profile profile, Instant now) {
    Set<Role> roles = EnumSet.of(Role.MEMBER);
    if (profile.seenAt() != null && now.isBefore(profile.seenAt().plus(teamRolesHold))) {
      roles.addAll(profile.teamRoles());
    }
    if (lists(organisers, profile.login())) {
      roles.add(Role.ORGANISER);
    }
    if (lists(interviewers, profile.login()) || roles.contains(Role.ORGANISER)) {
      roles.add(Role.INTERVIEWER);
    }
    return roles;
  }

  private static boolean lists(@Nullable List<String> logins, String login) {
    return logins != null && logins.stream().anyMatch(name -> name.strip().equalsIgnoreCase(login));
  }

  private static @Nullable String name(@Nullable Team team) {
    return team == null || team.team() == null || team.team().isBlank()
        ? null
        : team.team().strip().toLowerCase(Locale.ROOT);
  }

  private static boolean contains(Set<String> teams, @Nullable Team team) {
    String name = name(team);
    return name != null && teams.contains(name);
  }
}
