package io.postil.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of this module may know which. */
@AnalyzeClasses(packages = "io.postil.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    @ArchTest
    static final ArchRule ONLY_TORCH_KNOWS_DJL = noClasses()
            .that()
            .resideOutsideOfPackage("..torch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_KAFKA_OR_ANOTHER_MODULE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "io.postil.schemas..",
                    "io.postil.privacy..",
                    "io.postil.service..",
                    "io.postil.stream..",
                    "io.postil.trainer..");

    @ArchTest
    static final ArchRule NOBODY_IN_HERE_KNOWS_TORCH = classes()
            .that()
            .resideInAPackage("..torch..")
            .should()
            .onlyBeAccessed()
            .byAnyPackage("..torch..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.postil.model.(*)..").should().beFreeOfCycles();
}
