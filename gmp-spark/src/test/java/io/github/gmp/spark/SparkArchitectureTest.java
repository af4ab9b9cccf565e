package io.github.gmp.spark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import java.io.Serializable;

/** The rules of docs/architecture.md for this module, which the test of the host cannot see. */
@AnalyzeClasses(packages = "io.github.gmp.spark", importOptions = ImportOption.DoNotIncludeTests.class)
class SparkArchitectureTest {
    @ArchTest
    static final ArchRule DEPENDS_ON_API_TOOLKIT_AND_SPARK = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.gmp.spark",
                    "io.github.gmp.api..",
                    // Which kernels executors have to run.
                    "io.github.gmp.toolkit..",
                    "org.apache.spark..",
                    "scala..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule ONE_CLASS_IS_SERIALIZABLE = noClasses()
            .that()
            .areNotAssignableTo(RemoteTask.class)
            .and(not(assignableTo(Enum.class)))
            .should()
            .beAssignableTo(Serializable.class);

    @ArchTest
    static final ArchRule IT_HOLDS_TEXT_ONLY = fields().that()
            .areDeclaredIn(RemoteTask.class)
            .and()
            .areNotStatic()
            .should()
            .haveRawType(String.class)
            .orShould()
            .haveRawType(String[].class);

    @ArchTest
    static final ArchRule NOTHING_PRINTS_OR_EXITS = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);
}
