package io.github.gmp.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Plugins are built against this module alone: it must not bring anything with it. */
@AnalyzeClasses(packages = "io.github.gmp.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiArchitectureTest {
    private static final String[] NOT_FOR_AUTHORS = {
        "io.github.gmp.api.multipole..", "io.github.gmp.api.potential..", "io.github.gmp.api.task.."
    };
    private static final int MOST_TYPES = 45;

    @ArchTest
    static final ArchRule DEPENDS_ON_THE_JDK_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.github.gmp.api..", "java..", "org.jspecify..");

    /** What whoever writes a descriptor, a regressor or a format has to know; the rest is for GMP itself and for programs that use models. */
    @ArchTest
    static void authorsSeeASmallApi(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> type.isTopLevelClass()
                                && !type.getSimpleName().equals("package-info")
                                && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(resideInAnyPackage(NOT_FOR_AUTHORS).negate())
                        .map(JavaClass::getSimpleName))
                .hasSizeLessThanOrEqualTo(MOST_TYPES);
    }

    @ArchTest
    static final ArchRule WHAT_AUTHORS_SEE_STANDS_FOR_ITSELF = noClasses()
            .that()
            .resideOutsideOfPackages(NOT_FOR_AUTHORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(NOT_FOR_AUTHORS);

    @ArchTest
    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("io.github.gmp.api.(**)").should().beFreeOfCycles();
}
