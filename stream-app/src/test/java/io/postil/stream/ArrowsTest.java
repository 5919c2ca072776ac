package io.postil.stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What this module, and each of its packages, may know. */
@AnalyzeClasses(packages = "io.postil.stream", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    @ArchTest
    static final ArchRule NOBODY_KNOWS_DJL_OR_THE_TRAINER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ai.djl..",
                    "io.postil.trainer..",
                    "io.postil.cli..",
                    "io.postil.embedded..",
                    "io.postil.model.torch..",
                    "io.postil.model.train..");

    @ArchTest
    static final ArchRule SERVING_KNOWS_NOTHING_OF_KAFKA_STREAMS = noClasses()
            .that()
            .resideInAPackage("..serving..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule ONLY_METRICS_KNOW_MICROMETER = noClasses()
            .that()
            .resideInAnyPackage("..serving..", "..annotate..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.postil.stream.(*)..").should().beFreeOfCycles();
}
