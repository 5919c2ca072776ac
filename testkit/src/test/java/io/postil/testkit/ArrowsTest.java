package io.postil.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.postil.testkit")
final class ArrowsTest {

    @ArchTest
    static final ArchRule theTestkitKnowsNoProcess = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.postil.stream..", "io.postil.trainer..", "io.postil.cli..", "ai.djl..");
}
