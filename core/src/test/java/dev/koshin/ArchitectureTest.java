package dev.koshin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.koshin.model.Secret;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Function;

/** The core of docs/architecture.md, as rules. */
@AnalyzeClasses(packages = "dev.koshin", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule core_does_no_io = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "java.sql..", "java.nio.file..", "java.io..")
                    .and(not(belongToAnyOf(Serial.class, Serializable.class))))
            .because("adapters do I/O; the core decides");

    @ArchTest
    static final ArchRule core_needs_the_jdk_and_jspecify_only =
            classes().should().onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "dev.koshin.."));

    @ArchTest
    static final ArchRule model_knows_nobody = onlyKnows("model");

    @ArchTest
    static final ArchRule parallel_knows_nobody = onlyKnows("parallel");

    @ArchTest
    static final ArchRule spi_knows_the_model = onlyKnows("spi", "model");

    @ArchTest
    static final ArchRule the_journal_knows_the_model = onlyKnows("journal", "model");

    @ArchTest
    static final ArchRule planning_knows_the_journal = onlyKnows("plan", "journal", "model");

    @ArchTest
    static final ArchRule the_inventory_knows_plan_and_ports =
            onlyKnows("inventory", "plan", "spi", "journal", "model", "parallel");

    @ArchTest
    static final ArchRule renewing_may_know_all =
            onlyKnows("renew", "inventory", "plan", "spi", "journal", "model", "parallel");

    @ArchTest
    static final ArchRule nobody_knows_renewing = noClasses()
            .that()
            .resideOutsideOfPackage("dev.koshin.renew..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.koshin.renew.."));

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("dev.koshin.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule deciding_takes_the_time_as_an_argument = noClasses()
            .that()
            .resideInAnyPackage("dev.koshin.plan..", "dev.koshin.journal..", "dev.koshin.model..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .dependOnClassesThat(belongToAnyOf(Clock.class, InstantSource.class));

    @ArchTest
    static final ArchRule nobody_reads_the_clock_of_the_machine = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule the_core_never_sees_a_token_value =
            noClasses().should().callMethod(Secret.class, "reveal", Function.class);

    @ArchTest
    static final ArchRule no_standard_streams = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule no_sleeping = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class);

    /** Records and enums are final already; there is no class to inherit from, so nothing is open by accident. */
    @ArchTest
    static final ArchRule classes_are_final = classes()
            .that(not(INTERFACES))
            .and()
            .areNotAnonymousClasses()
            .should()
            .haveModifier(JavaModifier.FINAL);

    private static ArchRule onlyKnows(String one, String... others) {
        String[] known = new String[others.length + 3];
        known[0] = "java..";
        known[1] = "org.jspecify..";
        known[2] = "dev.koshin." + one + "..";
        for (int i = 0; i < others.length; i++) {
            known[i + 3] = "dev.koshin." + others[i] + "..";
        }
        return classes()
                .that()
                .resideInAPackage("dev.koshin." + one + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known));
    }
}
