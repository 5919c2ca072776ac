package io.postil.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.postil.trainer", importOptions = ImportOption.DoNotIncludeTests.class)
final class TrainerArrowsTest {
    @ArchTest
    static final ArchRule NEVER_THE_ENGINE_NOR_THE_STREAM = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..", "io.postil.stream..", "io.postil.cli..", "io.postil.embedded..");

    @ArchTest
    static final ArchRule THE_HALVES_MEET_IN_TOPICS_ONLY = noClasses()
            .that()
            .resideInAPackage("..intake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..runs..", "..challenge..");

    @ArchTest
    static final ArchRule CHALLENGERS_KNOW_NO_KAFKA = noClasses()
            .that()
            .resideInAPackage("..challenge..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule PARTS_KNOW_NOBODY = classes()
            .that()
            .resideInAPackage("io.postil.trainer.parts")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.postil.trainer",
                    "io.postil.trainer.intake",
                    "io.postil.trainer.runs",
                    "io.postil.trainer.challenge",
                    "io.postil.trainer.metrics");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("io.postil.trainer.(*)..").should().beFreeOfCycles();
}
