package dev.mockingbird.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/// The fences of this service; each says why it stands and what to do instead.
@AnalyzeClasses(
    packages = "dev.mockingbird.search",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule THE_BANK_NEVER_ASKS_THE_INDEX =
      noClasses()
          .that()
          .resideInAPackage("..search.bank..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..search.index..",
              "..search.catalog..",
              "..search.finished..",
              "co.elastic..",
              "org.elasticsearch..")
          .because(
              "an index is late and can be thrown away, so a decision made from it is wrong sooner or"
                  + " later; read what the decision needs from Redis through BankJournal");

  @ArchTest
  static final ArchRule READING_A_LIST_IS_PURE =
      noClasses()
          .that()
          .resideInAnyPackage("..bank.reading..", "..bank.markdown..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "io.lettuce..", "org.apache.kafka..", "java.io..")
          .because(
              "import rules are tested in milliseconds and give the same draft everywhere; hand the"
                  + " text in and keep stores in bank");

  @ArchTest
  static final ArchRule FEATURES_DO_NOT_GO_IN_CIRCLES =
      SlicesRuleDefinition.slices()
          .matching("dev.mockingbird.search.(*)..")
          .should()
          .beFreeOfCycles()
          .because("web <- index <- catalog, finished and web <- bank; move what two need down");
}
