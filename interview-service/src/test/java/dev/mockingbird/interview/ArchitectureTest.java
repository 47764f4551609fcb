package dev.mockingbird.interview;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/// The fences of this service; each says why it stands and what to do instead.
@AnalyzeClasses(
    packages = "dev.mockingbird.interview",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule RULES_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage("..room..", "..document..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "io.lettuce..", "org.apache.kafka..")
          .because(
              "rules are tested in microseconds and replayed exactly; pass in what they need and"
                  + " keep stores and frameworks in live and booking");

  @ArchTest
  static final ArchRule RULES_DO_NOT_ASK_THE_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage("..room..", "..document..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID")
          .because("the store gives an entry its time; a rule that asks for it folds differently");

  @ArchTest
  static final ArchRule FEATURES_DO_NOT_GO_IN_CIRCLES =
      SlicesRuleDefinition.slices()
          .matching("dev.mockingbird.interview.(*)..")
          .should()
          .beFreeOfCycles()
          .because("document <- room <- live <- booking; move what both need down that line");

  @ArchTest
  static final ArchRule THE_SHARED_CODE_DOES_NOT_KNOW_US =
      noClasses()
          .that()
          .resideInAnyPackage("dev.mockingbird.events..", "dev.mockingbird.eventlog..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.mockingbird.interview..")
          .allowEmptyShould(true)
          .because("contracts and log are shared by all services; product rules stay here");
}
