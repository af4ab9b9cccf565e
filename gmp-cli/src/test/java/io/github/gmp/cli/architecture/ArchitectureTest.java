package io.github.gmp.cli.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.gmp.fixtures.RepositoryFiles;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;

/** The rules of docs/architecture.md, for all modules: every one of them is on the class path of this test. */
@AnalyzeClasses(packages = "io.github.gmp", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String API = "io.github.gmp.api..";
    private static final String TOOLKIT = "io.github.gmp.toolkit..";
    private static final String VECTOR_API = "jdk.incubator.vector..";
    /** Of the JDK too, in a module that a reduced runtime may lack. */
    private static final String MANAGEMENT = "com.sun.management..";

    private static final String RUNTIME = "io.github.gmp.runtime..";
    private static final String EXPERIMENTS = "io.github.gmp.experiments..";
    private static final String CLI = "io.github.gmp.cli..";
    private static final String FIXTURES = "io.github.gmp.fixtures..";
    private static final String[] IMPLEMENTATIONS = {
        "io.github.gmp.density..",
        "io.github.gmp.probes..",
        "io.github.gmp.bp..",
        "io.github.gmp.models..",
        "io.github.gmp.io.."
    };

    @ArchTest
    static void allModulesAreLookedAt(JavaClasses all) {
        for (String packages : IMPLEMENTATIONS) {
            String prefix = packages.replace("..", "");
            assertThat(all.stream().anyMatch(c -> c.getPackageName().startsWith(prefix)))
                    .as("classes of " + prefix)
                    .isTrue();
        }
    }

    @ArchTest
    static final ArchRule THE_API_DEPENDS_ON_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage(API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(API, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule THE_TOOLKIT_DEPENDS_ON_THE_API = classes()
            .that()
            .resideInAPackage(TOOLKIT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    TOOLKIT,
                    API,
                    "java..",
                    // What the compiler of this process is, for the choice of kernels.
                    "javax.management..",
                    MANAGEMENT,
                    VECTOR_API,
                    "org.ejml..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule VECTOR_TYPES_STAY_WHERE_THEY_ARE_LOADED_ON_DEMAND = noClasses()
            .that()
            .resideOutsideOfPackage("..vector..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(VECTOR_API);

    @ArchTest
    static final ArchRule OPTIONS_OF_THE_JVM_ARE_READ_IN_ONE_PLACE = noClasses()
            .that()
            .haveNameNotMatching("io\\.github\\.gmp\\.toolkit\\.kernel\\.HotSpotOptions")
            .and()
            .resideOutsideOfPackage(FIXTURES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MANAGEMENT);

    @ArchTest
    static final ArchRule ONE_CHOICE_OF_KERNELS_FOR_ALL_RESULTS_OF_A_PROCESS = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.gmp.toolkit.kernel..")
            .should()
            .callMethod(KernelChoice.class, "of", String.class)
            .orShould()
            .callMethod(KernelChoice.class, "scalar")
            .orShould()
            .callConstructor(KernelChoice.class, KernelChoice.Kind.class, int.class, String.class);

    @ArchTest
    static void implementationsDependOnApiAndToolkitAndOnNothingElseOfOurs(JavaClasses all) {
        for (String implementation : IMPLEMENTATIONS) {
            classes()
                    .that()
                    .resideInAPackage(implementation)
                    .should()
                    .onlyDependOnClassesThat(not(JavaClass.Predicates.resideInAPackage("io.github.gmp.."))
                            .or(JavaClass.Predicates.resideInAnyPackage(API, TOOLKIT, implementation)))
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule NO_STOREY_KNOWS_AN_IMPLEMENTATION = noClasses()
            .that()
            .resideInAnyPackage(RUNTIME, EXPERIMENTS, CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(IMPLEMENTATIONS);

    @ArchTest
    static final ArchRule THE_RUNTIME_KNOWS_NO_STOREY_ABOVE = noClasses()
            .that()
            .resideInAPackage(RUNTIME)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EXPERIMENTS, CLI);

    @ArchTest
    static final ArchRule EXPERIMENTS_KNOW_NO_COMMAND_LINE = noClasses()
            .that()
            .resideInAPackage(EXPERIMENTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI);

    @ArchTest
    static final ArchRule THE_RUNTIME_IS_SMALL = classes()
            .that()
            .resideInAPackage(RUNTIME)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    RUNTIME,
                    API,
                    TOOLKIT,
                    "java..",
                    "org.jspecify..",
                    // The annotation only: it need not be there when the runtime runs.
                    "jakarta.inject..",
                    "org.apache.logging.log4j",
                    "com.fasterxml.jackson..",
                    "org.yaml.snakeyaml..",
                    // Of features as HDF5 and of files compressed as .xz only: optional.
                    "io.jhdf..",
                    "org.tukaani..");

    @ArchTest
    static final ArchRule GUICE_IS_THE_WIRING_OF_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google..");

    @ArchTest
    static final ArchRule SEARCHES_AND_CHARTS_ARE_OF_EXPERIMENTS = noClasses()
            .that()
            .resideOutsideOfPackage(EXPERIMENTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.jenetics..", "org.knowm..");

    @ArchTest
    static final ArchRule OPTIONS_AND_BARS_ARE_OF_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..");

    @ArchTest
    static final ArchRule TWO_CLASSES_OF_THE_SEARCH_KNOW_JENETICS = noClasses()
            .that()
            .haveNameNotMatching(
                    "io\\.github\\.gmp\\.experiments\\.search\\.genetic\\.(GeneticSearch|ParetoRanking)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.jenetics..");

    @ArchTest
    static final ArchRule ONLY_THE_CLI_CONFIGURES_LOGGING = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.logging.log4j.core..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.github.gmp.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_CLI_PRINTS_AND_EXITS = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule NOTHING_IS_SERIALIZED_BY_JAVA = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectOutputStream.class);

    @ArchTest
    static final ArchRule NOTHING_IS_SERIALIZABLE_BUT_EXCEPTIONS_AND_ENUMS = noClasses()
            .that(not(assignableTo(Throwable.class)).and(not(assignableTo(Enum.class))))
            .should()
            .beAssignableTo(Serializable.class);

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_CONSTANTS =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static void aSimpleNameMeansOneClass(JavaClasses all) {
        Map<String, List<String>> namesakes = all.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        namesakes.values().removeIf(types -> types.size() == 1);
        assertThat(namesakes).isEmpty();
    }

    @ArchTest
    static void everyStoreyHasWhatItMayHave(JavaClasses all) throws Exception {
        Map<String, String> tests = new TreeMap<>(Map.of("gmp-testkit", "test", "gmp-fixtures", "test"));
        assertThat(dependencies("gmp-runtime"))
                .isEqualTo(with(tests, implementations("test"), Map.of("gmp-api", "", "gmp-toolkit", "")));
        assertThat(dependencies("gmp-experiments"))
                .isEqualTo(with(
                        tests, implementations("test"), Map.of("gmp-api", "", "gmp-toolkit", "", "gmp-runtime", "")));
        assertThat(dependencies("gmp-cli"))
                .isEqualTo(with(
                        tests,
                        implementations("runtime"),
                        Map.of(
                                "gmp-api",
                                "",
                                "gmp-toolkit",
                                "",
                                "gmp-runtime",
                                "",
                                "gmp-experiments",
                                "",
                                "gmp-testkit-plugin",
                                "test")));
    }

    private static Map<String, String> implementations(String scope) {
        Map<String, String> scopes = new TreeMap<>();
        for (String module : new String[] {"gmp-bp-baseline", "gmp-density", "gmp-io", "gmp-models", "gmp-probes"}) {
            scopes.put(module, scope);
        }
        return scopes;
    }

    @SafeVarargs
    private static Map<String, String> with(Map<String, String>... parts) {
        Map<String, String> all = new TreeMap<>();
        for (Map<String, String> part : parts) {
            all.putAll(part);
        }
        return all;
    }

    /** {@return the scopes of the modules of ours that a module has in its pom; empty for compile} */
    private static Map<String, String> dependencies(String module) throws Exception {
        Map<String, String> scopes = new TreeMap<>();
        NodeList dependencies = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(RepositoryFiles.get(module + "/pom.xml").toFile())
                .getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            String artifact = text(dependency, "artifactId");
            if (artifact.startsWith("gmp-")) {
                scopes.put(artifact, text(dependency, "scope"));
            }
        }
        return scopes;
    }

    private static String text(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
