package org.liaison.rehearsal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The map of rooms, flows and houses, held against the compiled classes. A rule that breaks says why it stands.
class LayoutTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.liaison");

    private static final List<String> BANNED_ENDINGS =
            List.of("Util", "Utils", "Helper", "Manager", "Impl", "Handler", "Processor", "Service", "Data", "Info");

    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify..";
    private static final String JSON = "tools.jackson..";
    private static final String BOUNCY_CASTLE = "org.bouncycastle..";

    /// A room: the package, what of ours it may know, and which libraries.
    private record Room(String name, List<String> ours, List<String> libraries) {
        String packages() {
            return "org.liaison." + name + "..";
        }
    }

    private static final List<Room> ROOMS = List.of(
            new Room("message", List.of(), List.of(JSON)),
            new Room("casework", List.of("message"), List.of(JSON, "com.networknt.schema..")),
            new Room("statistics", List.of("message"), List.of(JSON)),
            new Room(
                    "seal", List.of("message"), List.of(BOUNCY_CASTLE, "org.apache.james.mime4j..", "org.conscrypt..")),
            new Room("directory", List.of("message"), List.of(JSON, "org.apache.commons.csv..")),
            new Room("tracing.otlp", List.of("message", "tracing"), List.of("io.opentelemetry..", "org.slf4j..")),
            new Room("tracing.routes", List.of("message"), List.of("org.apache.camel..")),
            new Room("tracing", List.of("message"), List.of("io.opentelemetry..", "org.slf4j..", "org.apache.camel..")),
            new Room(
                    "print",
                    List.of("message", "casework"),
                    List.of(
                            JSON,
                            "com.ibm.icu..",
                            "com.openhtmltopdf..",
                            "org.apache.fontbox..",
                            "org.apache.pdfbox..",
                            "javax.xml..",
                            "org.w3c.dom..")),
            new Room("mapping", List.of("message", "casework"), List.of(JSON)),
            new Room(
                    "pages",
                    List.of("message"),
                    List.of(
                            "com.ibm.icu..",
                            "jakarta.servlet..",
                            "org.slf4j..",
                            "org.springframework..",
                            "org.thymeleaf..")),
            new Room(
                    "signin",
                    List.of("message", "pages"),
                    List.of(JSON, "jakarta.servlet..", "javax.sql..", "org.slf4j..", "org.springframework..")),
            new Room("desk.forms", List.of("message", "casework", "print"), List.of(JSON)),
            new Room(
                    "desk",
                    List.of("message", "casework", "directory", "print", "pages", "signin"),
                    List.of(JSON, "jakarta.servlet..", "org.springframework..")),
            new Room(
                    "console",
                    List.of("message", "casework", "directory", "auditlog", "pages", "signin"),
                    List.of(
                            JSON,
                            "com.fasterxml.jackson.annotation..",
                            "jakarta.mail..",
                            "jakarta.servlet..",
                            "org.slf4j..",
                            "org.springframework..")),
            new Room(
                    "database",
                    List.of(),
                    List.of(
                            "com.zaxxer.hikari..",
                            "org.flywaydb..",
                            "org.postgresql..",
                            "org.apache.commons.compress..",
                            "org.tukaani..",
                            "javax.sql..")),
            new Room("auditlog.tree", List.of("message"), List.of()),
            new Room("auditlog.note", List.of("message"), List.of()),
            new Room(
                    "auditlog.book",
                    List.of("message", "auditlog.tree", "auditlog.note"),
                    List.of(JSON, "javax.sql..")),
            new Room("auditlog.check", List.of("message", "auditlog.tree"), List.of(JSON)),
            new Room(
                    "auditlog.witness",
                    List.of("message", "auditlog.tree", "auditlog.check", "auditlog.note"),
                    List.of()),
            new Room(
                    "certs",
                    List.of("message", "seal"),
                    List.of(JSON, BOUNCY_CASTLE, "picocli..", "javax.security..")));

    private static final List<String> PLAIN_ROOMS = List.of(
            "message", "casework", "seal", "directory", "tracing", "auditlog.tree", "auditlog.book", "auditlog.check");

    @TestFactory
    Stream<DynamicTest> a_room_knows_only_what_its_sign_says() {
        return ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(room.name(), () -> {
                    List<String> allowed = new ArrayList<>(
                            List.of(JDK, "javax.crypto..", "javax.security..", NULLNESS, room.packages()));
                    room.ours().forEach(name -> allowed.add("org.liaison." + name + ".."));
                    allowed.addAll(room.libraries());
                    classes()
                            .that()
                            .resideInAPackage(room.packages())
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                                    .or(isArrayOrPrimitive()))
                            .because(
                                    "cryptography, tree and rules outlive frameworks, and a reviewer of one room needs no other")
                            .check(OURS);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_flow_knows_the_plain_rooms_and_camel_and_not_the_other_flow() {
        return Stream.of("routes.hub", "routes.gateway")
                .map(flow -> DynamicTest.dynamicTest(flow, () -> {
                    List<String> allowed = new ArrayList<>(List.of(
                            JDK, NULLNESS, JSON, "org.slf4j..", "org.apache.camel..", "org.liaison." + flow + ".."));
                    PLAIN_ROOMS.forEach(name -> allowed.add("org.liaison." + name + ".."));
                    classes()
                            .that()
                            .resideInAPackage("org.liaison." + flow + "..")
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                                    .or(isArrayOrPrimitive()))
                            .because(
                                    "hub and gateway meet only in the plain rooms, as two States would, so that no shared code"
                                            + " can hide a change of the protocol; Spring, JDBC and the broker belong to the houses")
                            .check(OURS);
                }));
    }

    @Test
    void no_row_is_read_as_a_stream_that_somebody_would_have_to_close() {
        noClasses()
                .should()
                .callMethod("org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec", "stream")
                .because("such a stream holds its connection until it is closed, and nobody else gets it")
                .check(OURS);
    }

    @Test
    void a_flow_touches_no_database() {
        noClasses()
                .that()
                .resideInAPackage("org.liaison.routes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.liaison.database..")
                .because("a flow says what happens; with what is the house's to say")
                .check(OURS);
    }

    @Test
    void a_house_knows_its_own_flow_and_never_the_other_house() {
        for (String[] pair : new String[][] {{"hub", "gateway"}, {"gateway", "hub"}})
            noClasses()
                    .that()
                    .resideInAPackage("org.liaison." + pair[0] + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.liaison." + pair[1] + "..",
                            "org.liaison.routes." + pair[1] + "..",
                            "org.liaison.certs..")
                    .because("two programs of two States share the protocol and nothing else")
                    .check(OURS);
    }

    @Test
    void nobody_imports_the_leaves() {
        noClasses()
                .that(not(
                        resideInAnyPackage("org.liaison.rehearsal..", "org.liaison.benchmarks..", "org.liaison.cli..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.liaison.rehearsal..", "org.liaison.benchmarks..", "org.liaison.cli..")
                .because("what shows and measures the programs must not become part of them")
                .check(OURS);
    }

    @Test
    void only_ledgers_know_the_groups_of_a_closed_period() {
        noClasses()
                .that(not(resideInAnyPackage("org.liaison.statistics..")))
                .and()
                .haveNameNotMatching("org\\.liaison\\.(hub\\.Hub|gateway\\.)Ledger.*")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.liaison\\.statistics\\.(Batch|Group|Grouping)")
                .because("what they keep is not rounded, and a release is the only way in which figures leave")
                .check(OURS);
    }

    @Test
    void only_seal_and_certs_know_bouncy_castle() {
        noClasses()
                .that(not(resideInAnyPackage("org.liaison.seal..", "org.liaison.certs..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BOUNCY_CASTLE)
                .because("algorithms are chosen in one room, where a cryptographer can review them")
                .check(OURS);
    }

    @Test
    void the_tree_of_the_log_hashes_bytes_and_knows_no_message() {
        noClasses()
                .that()
                .resideInAPackage("org.liaison.auditlog.tree..")
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(JDK, NULLNESS, "org.liaison.auditlog.tree..")
                        .or(isArrayOrPrimitive())
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf(
                                org.liaison.message.Bytes.class, org.liaison.message.Digest.class))))
                .because("RFC 9162 is transcribed there, and what a leaf means is not its concern")
                .check(OURS);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("org.liaison.(**)").should().beFreeOfCycles().check(OURS);
    }

    /// A flow's ports, words and faults are public too, because the house fulfils, speaks and
    /// reports them; but only one public class knows Camel, so a route can be reached in one way.
    @Test
    void each_flow_has_one_public_door() {
        for (String flow : List.of("hub", "gateway")) {
            List<String> doors = OURS.stream()
                    .filter(type -> type.getPackageName().equals("org.liaison.routes." + flow))
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                    .filter(LayoutTest::knowsCamel)
                    .map(JavaClass::getSimpleName)
                    .toList();
            assertThat(doors).as("the way into the flow " + flow).hasSize(1).allMatch(name -> name.endsWith("Routes"));
        }
    }

    private static boolean knowsCamel(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("org.apache.camel"));
    }

    @Test
    void nothing_is_named_after_what_says_nothing() {
        List<String> banned = OURS.stream()
                .map(JavaClass::getSimpleName)
                .filter(name ->
                        name.startsWith("Abstract") || BANNED_ENDINGS.stream().anyMatch(name::endsWith))
                .toList();
        assertThat(banned)
                .as("a name says what a thing is, in the language of the letter room")
                .isEmpty();
    }

    /// From the sources, so that it holds for the leaves too, which are compiled after this test.
    @Test
    void every_package_says_what_it_is_and_where_null_may_be() throws IOException {
        Set<Path> silent = new TreeSet<>();
        for (Path file : sources()) {
            Path sign = file.resolveSibling("package-info.java");
            if (!Files.exists(sign) || !Files.readString(sign).contains("@NullMarked")) silent.add(file.getParent());
        }
        assertThat(silent).as("packages without a @NullMarked package-info").isEmpty();
    }

    @Test
    void no_source_file_is_named_after_what_says_nothing() throws IOException {
        assertThat(sources())
                .extracting(file -> file.getFileName().toString().replace(".java", ""))
                .hasSizeGreaterThan(100)
                .noneMatch(name -> BANNED_ENDINGS.stream().anyMatch(name::endsWith));
    }

    private static List<Path> sources() throws IOException {
        Path project = Path.of("..", "..").toRealPath();
        List<Path> sources = new ArrayList<>();
        for (String ring : List.of("services", "routes", "certs"))
            try (Stream<Path> files = Files.walk(project.resolve(ring))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> file.toString()
                                .contains(Path.of("src", "main", "java").toString()))
                        .forEach(sources::add);
            }
        return sources;
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> isArrayOrPrimitive() {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "arrays and primitives", type -> type.isArray() || type.isPrimitive());
    }
}
