package dev.koshin.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.koshin.model.Secret;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the program is put together, as rules; those about secrets hold for every module that it ships. */
@AnalyzeClasses(packages = "dev.koshin", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] ADAPTERS = {
        "dev.koshin.issuer..",
        "dev.koshin.target..",
        "dev.koshin.database..",
        "dev.koshin.apply..",
        "dev.koshin.kubernetes..",
        "dev.koshin.journal.sql..",
        "dev.koshin.exastro..",
        "dev.koshin.file..",
        "dev.koshin.backup..",
    };

    @ArchTest
    static final ArchRule messages_know_no_other_package_of_the_program = knows("messages");

    @ArchTest
    static final ArchRule views_know_messages = knows("view", "messages");

    @ArchTest
    static final ArchRule the_configuration_knows_no_other_package_of_the_program = knows("config");

    @ArchTest
    static final ArchRule the_demo_knows_no_other_package_of_the_program = knows("demo");

    @ArchTest
    static final ArchRule completion_knows_no_other_package_of_the_program = knows("completion");

    @ArchTest
    static final ArchRule wiring_knows_what_it_wires = knows("wiring", "config", "view", "messages");

    @ArchTest
    static final ArchRule commands_know_all_but_the_configuration_itself =
            knows("cli", "wiring", "doctor", "view", "messages", "demo", "completion");

    @ArchTest
    static final ArchRule the_doctor_knows_what_is_wired = knows("doctor", "wiring", "config", "view", "messages");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("dev.koshin.app.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobody_knows_the_entrance = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.koshin.app").and(not(named("package-info"))));

    @ArchTest
    static final ArchRule only_wiring_the_doctor_and_the_demo_meet_adapters = noClasses()
            .that(resideInAnyPackage("dev.koshin.app..")
                    .and(not(resideInAnyPackage(
                            "dev.koshin.app.wiring..", "dev.koshin.app.doctor..", "dev.koshin.app.demo.."))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(ADAPTERS));

    @ArchTest
    static final ArchRule ways_to_a_token_do_not_know_each_other =
            slices().matching("dev.koshin.issuer.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule what_adapters_share_knows_no_adapter = noClasses()
            .that(resideInAnyPackage(
                    "dev.koshin.issuer", "dev.koshin.http..", "dev.koshin.process..", "dev.koshin.database.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "dev.koshin.issuer.*..", "dev.koshin.target..", "dev.koshin.journal.sql..", "dev.koshin.secret.."));

    @ArchTest
    static final ArchRule only_the_demo_and_its_command_start_a_simulator = noClasses()
            .that(resideInAnyPackage("dev.koshin.app..")
                    .and(not(named("SimulatorCommand")))
                    .and(not(resideInAnyPackage("dev.koshin.app.demo.."))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.koshin.simulator.."));

    @ArchTest
    static final ArchRule the_simulator_shares_no_code_with_what_is_tried_on_it = noClasses()
            .that(resideInAnyPackage("dev.koshin.simulator.."))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("dev.koshin..").and(not(resideInAnyPackage("dev.koshin.simulator.."))));

    @ArchTest
    static final ArchRule targets_do_not_know_each_other =
            slices().matching("dev.koshin.target.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule ways_into_a_database_do_not_know_each_other =
            slices().matching("dev.koshin.database.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule only_ways_into_a_database_know_a_driver = noClasses()
            .that(resideInAnyPackage("dev.koshin.target..", "dev.koshin.database", "dev.koshin.exastro"))
            .should()
            .dependOnClassesThat(named("Connection", "PreparedStatement", "ResultSet", "DriverManager"));

    @ArchTest
    static final ArchRule the_room_that_adapters_share_knows_none_of_them = noClasses()
            .that(resideInAnyPackage("dev.koshin.file.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "dev.koshin.issuer..",
                    "dev.koshin.target..",
                    "dev.koshin.journal..",
                    "dev.koshin.secret..",
                    "dev.koshin.exastro.."));

    @ArchTest
    static final ArchRule consumers_do_not_know_each_other =
            slices().matching("dev.koshin.apply.(*)..").should().notDependOnEachOther();

    /** A large library is kept in one place, so that it is not loaded where no cluster is called. */
    @ArchTest
    static final ArchRule only_the_room_of_clusters_knows_the_kubernetes_client = noClasses()
            .that(not(resideInAnyPackage("dev.koshin.kubernetes..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.fabric8.."));

    @ArchTest
    static final ArchRule only_the_backup_knows_the_age_library = noClasses()
            .that(not(resideInAnyPackage("dev.koshin.backup.age..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.exceptionfactory.jagged.."));

    @ArchTest
    static final ArchRule the_room_of_clusters_knows_no_adapter = noClasses()
            .that(resideInAnyPackage("dev.koshin.kubernetes.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "dev.koshin.issuer..", "dev.koshin.target..", "dev.koshin.apply..", "dev.koshin.secret.."));

    @ArchTest
    static final ArchRule parsing_an_env_file_touches_no_file = noClasses()
            .that(resideInAnyPackage("dev.koshin.file.env.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.io.."));

    @ArchTest
    static final ArchRule views_never_call_the_engine = noClasses()
            .that(resideInAnyPackage("dev.koshin.app.view.."))
            .should()
            .dependOnClassesThat(named("Renewals", "Fleet", "Tools", "Inventory", "Journal", "TokenMemory"));

    @ArchTest
    static final ArchRule standard_streams_are_handed_over_once = noClasses()
            .that(resideInAnyPackage("dev.koshin.app..").and(not(named("Main"))))
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule classes_are_final = classes()
            .that(resideInAnyPackage("dev.koshin.app..").and(not(INTERFACES)))
            .and()
            .areNotAnonymousClasses()
            .should()
            .haveModifier(JavaModifier.FINAL);

    /** A new line here is a decision: read what becomes of the value before adding one. */
    @ArchTest
    static void secrets_are_revealed_at_few_places(JavaClasses all) {
        Set<String> places = Stream.concat(
                        all.get(Secret.class).getMethodCallsToSelf().stream(),
                        all.get(Secret.class).getMethodReferencesToSelf().stream())
                .filter(access -> access.getTarget().getName().equals("reveal"))
                .map(JavaAccess::getOriginOwner)
                .map(JavaClass::getName)
                .filter(name -> !name.startsWith("dev.koshin.testkit."))
                .collect(Collectors.toSet());
        assertThat(places)
                .containsExactlyInAnyOrder(
                        "dev.koshin.issuer.gitlabrest.Wire", // the header of a call to GitLab
                        "dev.koshin.issuer.gitlabweb.SignIn", // the form that signs in
                        "dev.koshin.issuer.manual.Pasted", // to cut off the blanks around it
                        "dev.koshin.kubernetes.Wire", // the body of a call to a cluster
                        "dev.koshin.target.kubernetessecret.Delivery", // its length in a Secret
                        "dev.koshin.target.kubernetessecret.SecretPatch", // base64 in that body
                        "dev.koshin.backup.age.SealedText", // the value that is sealed for the operator
                        "dev.koshin.secret.KubernetesSource", // whether what a Secret holds can be a token or password
                        "dev.koshin.process.Programs", // the standard input of a program
                        "dev.koshin.database.jdbc.ConnectionSource", // the password of a database
                        "dev.koshin.database.client.Opening", // the same, said to a shell in a container
                        "dev.koshin.target.sqlrow.Delivery", // the value that goes into a row
                        "dev.koshin.target.envfile.Assignment", // the value that goes into a .env file
                        "dev.koshin.target.helmvalues.Setting", // the value that goes into a values file
                        "dev.koshin.journal.sql.Address", // the password of the journal; once more to strike it out
                        "dev.koshin.exastro.sample.ItaSchema"); // the demo's made-up tokens
    }

    private static ArchRule knows(String one, String... others) {
        String[] known = Stream.concat(Stream.of(one), Stream.of(others))
                .map(name -> "dev.koshin.app." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAnyPackage("dev.koshin.app." + one + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.koshin.app..").and(not(resideInAnyPackage(known))));
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> all = Set.of(names);
        return DescribedPredicate.describe("named " + all, type -> all.contains(outermost(type)));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElseGet(type::getSimpleName);
    }
}
