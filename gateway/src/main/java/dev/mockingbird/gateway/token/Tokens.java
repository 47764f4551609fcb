package dev.mockingbird.gateway.token;

import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.person.People;
import dev.mockingbird.gateway.person.RoleSettings;
import dev.mockingbird.gateway.session.SignOuts;
import dev.mockingbird.gateway.token.TokenRules.Decision;
import dev.mockingbird.gateway.token.TokenRules.Granted;
import dev.mockingbird.gateway.token.TokenRules.Refused;
import dev.mockingbird.gateway.token.TokenRules.Wish;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes, lists, checks and revokes personal access tokens.
@Component
public class Tokens {

  private final TokenStore store;
  private final People people;
  private final RoleSettings roles;
  private final SignOuts signOuts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Tokens(TokenStore store, People people, RoleSettings roles, SignOuts signOuts, Clock clock) {
    this.store = store;
    this.people = people;
    this.roles = roles;
    this.signOuts = signOuts;
    this.clock = clock;
  }

  sealed interface Answer {}

  /// @param text shown now and never again
  record Made(TokenView token, String text) implements Answer {}

  record Declined(TokenRules.Refusal refusal) implements Answer {}

  Mono<Answer> make(Caller caller, Wish wish) {
    String person = caller.profile().id();
    return store
        .count(person)
        .map(count -> TokenRules.decide(wish, caller.proof(), count, clock.instant()))
        .flatMap(decision -> answer(caller, decision));
  }

  private Mono<Answer> answer(Caller caller, Decision decision) {
    return switch (decision) {
      case Refused(TokenRules.Refusal refusal) -> Mono.just(new Declined(refusal));
      case Granted granted -> {
        String text = TokenText.random(random);
        PersonalToken token =
            new PersonalToken(
                UUID.randomUUID().toString(),
                caller.profile().id(),
                caller.proof() instanceof Caller.PersonalToken maker ? maker.handle() : null,
                granted.name(),
                granted.scope(),
                clock.instant(),
                granted.expiresAt(),
                TokenText.digest(text));
        yield store
            .add(token)
            .thenReturn(new Made(TokenView.of(token, null, clock.instant()), text));
      }
    };
  }

  Mono<List<TokenView>> list(String person) {
    return store
        .lastUses(person)
        .flatMap(
            uses ->
                store
                    .findAll(person)
                    .map(token -> TokenView.of(token, uses.get(token.id()), clock.instant()))
                    .sort(Comparator.comparing(TokenView::createdAt).reversed())
                    .collectList());
  }

  /// Also revokes the tokens that were made with it: whoever has stolen one must not keep another.
  /// False when the person has no such token.
  Mono<Boolean> revoke(String person, String id) {
    return store
        .find(person, id)
        .flatMap(
            token ->
                store
                    .findAll(person)
                    .collectList()
                    .flatMapMany(all -> Flux.just(token).expandDeep(maker -> madeWith(maker, all)))
                    .concatMap(gone -> store.remove(gone).then(signOuts.ofHandle(gone.id())))
                    .then(Mono.just(true)))
        .defaultIfEmpty(false);
  }

  private static Flux<PersonalToken> madeWith(PersonalToken maker, List<PersonalToken> all) {
    return Flux.fromIterable(all).filter(token -> maker.id().equals(token.madeWith()));
  }

  /// Whoever holds this text; an error that says why when it is worth nothing.
  Mono<Caller> check(String text) {
    return store
        .findByDigest(TokenText.digest(text))
        .switchIfEmpty(Mono.error(TokenRefused::unknown))
        .flatMap(
            token ->
                token.expired(clock.instant())
                    ? Mono.error(TokenRefused.expired(token.expiresAt()))
                    : caller(token));
  }

  private Mono<Caller> caller(PersonalToken token) {
    return people
        .find(token.person())
        .switchIfEmpty(Mono.error(TokenRefused::unknown))
        .map(
            profile ->
                new Caller(
                    profile,
                    roles.of(profile, clock.instant()),
                    token.scope(),
                    new Caller.PersonalToken(token.id(), token.expiresAt())))
        .flatMap(caller -> store.used(token, clock.instant()).thenReturn(caller));
  }

  /// Whether a token that was good when its socket was opened still is.
  public Mono<Boolean> stillValid(Caller caller) {
    return store
        .find(caller.profile().id(), caller.proof().handle())
        .map(token -> !token.expired(clock.instant()))
        .defaultIfEmpty(false);
  }
}
