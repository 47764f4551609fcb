package dev.mockingbird.gateway.person;

import dev.mockingbird.gateway.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Who am I, and who are they.
@RestController
class PeopleEndpoint {

  private static final int MOST_IDS = 200;

  private final People people;
  private final boolean demo;

  PeopleEndpoint(People people, @Value("${mockingbird.demo:false}") boolean demo) {
    this.people = people;
    this.demo = demo;
  }

  record Me(
      String id, String name, String login, String avatarUrl, Set<Role> roles, boolean demo) {}

  record Person(String id, String name, String login, String avatarUrl) {}

  @GetMapping("/api/me")
  Me me(Caller caller) {
    Profile profile = caller.profile();
    return new Me(
        profile.id(),
        profile.name(),
        profile.login(),
        profile.avatarUrl(),
        new TreeSet<>(caller.roles()),
        demo);
  }

  @GetMapping("/api/people")
  Mono<ResponseEntity<Object>> people(@RequestParam List<String> ids) {
    if (ids.size() > MOST_IDS) {
      return Mono.just(
          Problem.of(
                  HttpStatus.BAD_REQUEST,
                  "TOO_MANY_IDS",
                  "Ask for at most " + MOST_IDS + " people at once; these are " + ids.size() + ".")
              .toResponse());
    }
    if (ids.isEmpty()) {
      return Mono.just(ResponseEntity.ok(List.of()));
    }
    return people
        .findAll(new TreeSet<>(ids))
        .map(
            found ->
                ResponseEntity.ok(
                    found.stream()
                        .map(p -> new Person(p.id(), p.name(), p.login(), p.avatarUrl()))
                        .toList()));
  }
}
