package io.postil.privacy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of this module may know which. */
@AnalyzeClasses(packages = "io.postil.privacy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    @ArchTest
    static final ArchRule NOBODY_KNOWS_KAFKA_DJL_OR_ANOTHER_MODULE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "ai.djl..",
                    "io.postil.schemas..",
                    "io.postil.model..",
                    "io.postil.service..",
                    "io.postil.stream..",
                    "io.postil.trainer..");

    @ArchTest
    static final ArchRule MASKING_KNOWS_NO_RULE = noClasses()
            .that()
            .resideInAPackage("io.postil.privacy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.postil.privacy.rules..", "io.postil.privacy.seal..");

    @ArchTest
    static final ArchRule SEALING_KNOWS_NO_MASKING = noClasses()
            .that()
            .resideInAPackage("..seal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.postil.privacy", "io.postil.privacy.rules..");

    @ArchTest
    static final ArchRule PATTERNS_ARE_OF_LINEAR_TIME = noClasses()
            .that()
            .resideInAPackage("..rules..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.postil.privacy.(*)..").should().beFreeOfCycles();
}
