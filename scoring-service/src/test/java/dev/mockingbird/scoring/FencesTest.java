package dev.mockingbird.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(
    packages = "dev.mockingbird.scoring",
    importOptions = ImportOption.DoNotIncludeTests.class)
class FencesTest {

  @ArchTest
  static final ArchRule theScorerIsPure =
      classes()
          .that()
          .resideInAPackage("..scoring.scorer..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify..", "dev.mockingbird.events..", "..scoring.scorer..")
          .because(
              "the same answer must get the same score everywhere, also without a server; pass what"
                  + " it needs in, as TokenEncoder does for the models");

  @ArchTest
  static final ArchRule thePartsOfTheScorerDoNotKnowIt =
      noClasses()
          .that()
          .resideInAnyPackage("..scorer.opposition..", "..scorer.text..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..scoring.scorer")
          .because(
              "what reads sentences must be understood without what scores them; pass what it needs"
                  + " in, as TextVectors does for the encoded text");

  @ArchTest
  static final ArchRule onlyTheModelPackageKnowsOnnx =
      noClasses()
          .that()
          .resideOutsideOfPackage("..scoring.model..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..")
          .because("models are replaced one day; let them in through TokenEncoder");

  @ArchTest
  static final ArchRule onlyTheReportKnowsElasticsearch =
      noClasses()
          .that()
          .resideOutsideOfPackage("..scoring.report..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("co.elastic..", "org.elasticsearch..")
          .because(
              "a score must not depend on a view that can be thrown away; take what you need from"
                  + " the event");

  @ArchTest
  static final ArchRule onlyTheLanguageModelIsAskedOverHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage("..scoring.languagemodel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
          .because("answers leave the installation only for the address that its operator chose");

  @ArchTest
  static final ArchRule featuresFormNoCycle =
      SlicesRuleDefinition.slices()
          .matching("dev.mockingbird.scoring.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a feature can only be understood alone; move what both need to one of them");
}
