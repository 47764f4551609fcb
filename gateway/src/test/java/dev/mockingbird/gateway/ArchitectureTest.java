package dev.mockingbird.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/// The fences of the gateway; each says why it stands and what to do instead.
@AnalyzeClasses(
    packages = "dev.mockingbird.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule FEATURES_DO_NOT_GO_IN_CIRCLES =
      SlicesRuleDefinition.slices()
          .matching("dev.mockingbird.gateway.(*)..")
          .should()
          .beFreeOfCycles()
          .because(
              "problem <- github <- site; problem <- person <- session <- token <- signin, proxy;"
                  + " move what both need down that line");

  @ArchTest
  static final ArchRule NOTHING_OF_THE_DOMAIN_IS_KNOWN_HERE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.mockingbird.events..",
              "dev.mockingbird.eventlog..",
              "dev.mockingbird.interview..",
              "dev.mockingbird.search..",
              "dev.mockingbird.scoring..")
          .because("the gateway knows who is calling, not what an interview is; ask the service");

  @ArchTest
  static final ArchRule NOBODY_WAITS =
      noClasses()
          .should()
          .callMethodWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                  com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                          "block|blockFirst|blockLast|blockOptional")
                      .forSubtype()))
          .because("one blocked thread stops every socket on it; return the Mono");

  @ArchTest
  static final ArchRule RULES_DO_NOT_ASK_THE_CLOCK =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("a rule that asks for the time cannot be tested; take it from the Clock bean");

  @ArchTest
  static final ArchRule ENDPOINTS_ARE_NOBODYS_BUSINESS =
      classes()
          .that()
          .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
          .should()
          .bePackagePrivate()
          .because("HTTP is the way in; code that needs the feature calls the class behind it");
}
